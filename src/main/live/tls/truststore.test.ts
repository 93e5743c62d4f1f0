import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../storage/testing/temporary-folder'
import { clientAuthority } from './testing/test-certificates'
import { readTruststore } from './truststore'

const { certificate } = clientAuthority('Clients')
const PEM = certificate.trimEnd()

/** What a truststore of this address comes to, in a project with these files. */
async function read(truststoreUri: string, files: Readonly<Record<string, string>>) {
  const folder = join(temporaryFolder(), 'project')
  mkdirSync(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return readTruststore(folder, {
    domainName: 'api.example.com',
    mutualTlsAuthentication: { truststoreUri },
    basePathMappings: [],
  })
}

describe('a truststore', () => {
  test.each(['certs/clients.pem', 'clients.pem', '.gatewright/s3/trust/certs/clients.pem'])(
    'is found as %s',
    async (path) => {
      expect(await read('s3://trust/certs/clients.pem', { [path]: `# ours\n${certificate}${certificate}` })).toEqual({
        kind: 'loaded',
        certificates: [PEM, PEM],
        path: expect.stringMatching(new RegExp(`${path}$`)),
      })
    },
  )

  test('is never read from outside of the project', async () => {
    const outside = join(temporaryFolder(), 'clients.pem')
    writeFileSync(outside, certificate)
    const folder = temporaryFolder()
    symlinkSync(outside, join(folder, 'clients.pem'))
    const found = await readTruststore(folder, {
      domainName: 'a',
      mutualTlsAuthentication: { truststoreUri: 's3://trust/clients.pem' },
      basePathMappings: [],
    })
    const above = await read('s3://trust/../../clients.pem', { '../clients.pem': certificate })
    expect([found.kind, above.kind]).toEqual(['unusable', 'unusable'])
  })

  test.each([
    ['no certificate', 'nothing', /holds no certificate in PEM form\.$/],
    ['one that is broken', `${PEM.replace(/\n.{20}/, '\nAAAA')}`, /certificate 1 of .* cannot be read\.$/],
    ['too many', Array(1_001).fill(PEM).join('\n'), /holds 1001 certificates; 1000 are allowed\.$/],
  ])('that has %s is unusable', async (_, text, problem) => {
    expect(await read('s3://trust/clients.pem', { 'clients.pem': text })).toEqual({
      kind: 'unusable',
      problem: expect.stringMatching(problem),
    })
  })
})

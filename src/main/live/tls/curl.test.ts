import { execFile, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAuthorityFiles } from '../../storage/authority-files'
import { temporaryFolder } from '../../storage/testing/temporary-folder'
import { shellWord } from '../shell-word'
import { serveSample } from '../testing/served-sample'
import { secureDesign } from './testing/secure-sample'
import { clientAuthority } from './testing/test-certificates'

const hasCurl = spawnSync('curl', ['--version']).stdout?.toString().includes('https') ?? false

/** What a command prints, and its exit code; run as a person would paste it, in a folder. */
function shell(command: string, cwd: string): Promise<readonly [number, string]> {
  return new Promise((resolve) => {
    execFile('sh', ['-c', command], { cwd }, (error, stdout) =>
      resolve([error === null ? 0 : Number(error.code), stdout]),
    )
  })
}

test.skipIf(!hasCurl)(
  'curl calls every address by the command that was printed; skipped where there is no curl',
  async () => {
    const folder = temporaryFolder()
    const clients = clientAuthority('Clients')
    const client = clients.issue('Client 1')
    writeFileSync(join(folder, 'client.pem'), client.cert)
    writeFileSync(join(folder, 'client-key.pem'), client.key)
    const files = { 'clients.pem': clients.certificate }
    const tls = createAuthorityFiles(join(folder, "a person's data"))
    const sample = await serveSample({ design: secureDesign(), files, tls })
    try {
      const [rest] = sample.state.apis
      const [api, mutual] = rest!.domains!.map(({ secure }) => secure!.curl)
      const call = (command: string): Promise<readonly [number, string]> => shell(`${command}seen -s -m 10`, folder)
      const nobody = '{"subject":"","issuer":"","serial":"","until":""}'
      expect([
        await call(rest!.secure!.curl),
        await call(api!),
        (await call(mutual!))[1].slice(0, 24),
        (await call(mutual!.replace('--cert client.pem --key client-key.pem ', '')))[0] > 0,
        (await call(rest!.secure!.curl.replace(`--cacert ${shellWord(tls.certificatePath)} `, '')))[0],
      ]).toEqual([[0, nobody], [0, nobody], '{"subject":"CN=Client 1"', true, 60])
    } finally {
      await sample.close()
    }
  },
)

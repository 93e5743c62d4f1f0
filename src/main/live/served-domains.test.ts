import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { DomainName } from '@shared/design/domain-name'
import { servedDomains } from './served-domains'

const PROD = { apiId: 'orders0001', stage: 'prod' }

function domainsOf(...domainNames: DomainName[]) {
  return servedDomains({ domainNames }, PROD, { host: '127.0.0.1', port: 3000 })
}

describe('servedDomains', () => {
  test('has the address of each mapping of the stage, and how to call it', () => {
    const mappings = [
      { basePath: '(none)', apiId: 'orders0001', stage: 'prod' },
      { basePath: 'orders', apiId: 'orders0001', stage: 'prod' },
      { basePath: 'any', apiId: 'orders0001' },
      { basePath: 'dev', apiId: 'orders0001', stage: 'dev' },
      { basePath: 'other', apiId: 'other00001', stage: 'prod' },
    ]
    const curl = (path: string) => `curl --resolve api.example.com:3000:127.0.0.1 http://api.example.com:3000${path}/`
    expect(domainsOf({ domainName: 'api.example.com', basePathMappings: mappings })).toEqual([
      { domainName: 'api.example.com', basePath: '(none)', url: 'http://api.example.com:3000', curl: curl('') },
      {
        domainName: 'api.example.com',
        basePath: 'orders',
        url: 'http://api.example.com:3000/orders',
        curl: curl('/orders'),
      },
      {
        domainName: 'api.example.com',
        basePath: 'any',
        url: 'http://api.example.com:3000/any/prod',
        curl: curl('/any/prod'),
      },
    ])
  })

  test('writes a name that no domain has as one word of the command', () => {
    const [domain] = domainsOf({
      domainName: '$(touch /tmp/x);\'"\n',
      basePathMappings: [{ basePath: '(none)', ...PROD }],
    })
    const printed = domain!.curl.replace(/^curl/, 'printf "%s|"')
    expect(execFileSync('sh', ['-c', printed], { encoding: 'utf8' })).toBe(
      '--resolve|$(touch /tmp/x);\'"\n:3000:127.0.0.1|http://$(touch /tmp/x);\'"\n:3000/|',
    )
  })
})

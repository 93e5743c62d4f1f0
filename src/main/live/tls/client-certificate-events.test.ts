import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { lambda } from '../http-api/testing/http-sample'
import { servedHttp } from '../http-api/testing/served-http'
import { lambdaMethod, sampleDesign } from '../testing/sample-design'
import { memoryAuthorityStore } from './certificate-authority'
import { serialNumberText } from './client-certificate'
import { exchangeSecurely } from './testing/exchange-securely'
import { secureDesign } from './testing/secure-sample'
import { clientAuthority } from './testing/test-certificates'

const serve = servedHttp(`
export const bare = async (event) => event.requestContext
export const wrapped = async (event) => ({ statusCode: 200, body: JSON.stringify(event.requestContext) })
`)
const CLIENTS = clientAuthority('Clients')
const CLIENT = CLIENTS.issue('Client 1')

interface RequestContext {
  readonly authentication?: unknown
  readonly identity?: { readonly clientCert?: unknown; readonly sourceIp: string }
}

/** What a function behind a path of "mutual.example.com" sees of its caller. */
async function contextAt(path: string): Promise<RequestContext> {
  const tls = memoryAuthorityStore('ca.pem')
  const design = secureDesign({
    'GET /2': { integration: lambda('./f.mjs#bare') },
    'GET /1': { integration: lambda('./f.mjs#wrapped', { payloadFormatVersion: '1.0' }) },
  })
  const rest = sampleDesign({ resources: { '/rest': { methods: { GET: lambdaMethod('./f.mjs#wrapped') } } } }).apis
  const apis = [...rest, ...design.apis.slice(1)]
  const files = { 'clients.pem': CLIENTS.certificate }
  const { state } = await serve({ routes: {} }, { design: { ...design, apis }, files, tls })
  const { certificate: ca } = (await tls.read())!
  const address = { port: state.tls!.port, host: 'mutual.example.com', ca, ...CLIENT }
  return JSON.parse((await exchangeSecurely({ ...address, path })).slice(4)) as RequestContext
}

const EXPECTED = {
  clientCertPem: CLIENT.cert,
  subjectDN: 'CN=Client 1',
  issuerDN: 'CN=Clients',
  serialNumber: new X509Certificate(CLIENT.cert).serialNumber.toLowerCase().match(/../g)!.join(':'),
  validity: {
    notBefore: new X509Certificate(CLIENT.cert).validFrom,
    notAfter: new X509Certificate(CLIENT.cert).validTo,
  },
}

describe('the certificate of a client', () => {
  test('stands in the identity of REST events, and of HTTP events of format 1.0', async () => {
    const [rest, http] = [await contextAt('/rest'), await contextAt('/http/1')]
    expect([rest.identity?.clientCert, http.identity?.clientCert]).toEqual([EXPECTED, EXPECTED])
  })

  test('stands in the authentication of HTTP events of format 2.0', async () => {
    expect((await contextAt('/http/2')).authentication).toEqual({ clientCert: EXPECTED })
  })

  test('has a short serial number written as a number, and a long one as bytes', () => {
    expect(['0A', 'FFFFFFFFFFFFFFFF', '01FFFFFFFFFFFFFFFF'].map(serialNumberText)).toEqual([
      '10',
      '18446744073709551615',
      '01:ff:ff:ff:ff:ff:ff:ff:ff',
    ])
  })
})

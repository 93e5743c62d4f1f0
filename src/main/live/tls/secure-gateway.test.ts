import { generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { exchange, serveSample, type ServedSample, type ServedSampleOptions } from '../testing/served-sample'
import { API } from '../testing/sample-design'
import { handshake } from '../websocket-api/testing/socket-client'
import { memoryAuthorityStore } from './certificate-authority'
import { exchangeSecurely, type SecureSent } from './testing/exchange-securely'
import { secureDesign } from './testing/secure-sample'
import { clientAuthority } from './testing/test-certificates'

const FORBIDDEN = '403 {"message":"Forbidden"}'
const CLIENTS = clientAuthority('Clients')
const NOBODY = '{"subject":"","issuer":"","serial":"","until":""}'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

async function serve(options: Partial<ServedSampleOptions> = {}) {
  const store = memoryAuthorityStore('/data/tls/ca.pem')
  const files = { 'certs/clients.pem': CLIENTS.certificate }
  sample = await serveSample({ design: secureDesign(), files, tls: store, ...options })
  const { state } = sample
  const { port } = state.tls!
  const { certificate: ca } = (await store.read())!
  const get = (host: string, more: Partial<SecureSent> = {}) =>
    exchangeSecurely({ port, host, ca, path: '/seen', ...more })
  return { sample, state, port, ca, get }
}

describe('a gateway with TLS', () => {
  test('answers on its own names and on those of custom domains, each with a certificate for it', async () => {
    const { get } = await serve()
    const path = `/${API}/prod/seen`
    expect([await get('localhost', { path }), await get('127.0.0.1', { path }), await get('api.example.com')]).toEqual([
      `200 ${NOBODY}`,
      `200 ${NOBODY}`,
      `200 ${NOBODY}`,
    ])
  })

  test('refuses hosts that are not its own, and protocols older than TLS 1.2', async () => {
    const { get } = await serve()
    expect([
      await get('localhost', { path: `/${API}/prod/seen`, headers: { Host: 'evil.example' } }),
      await get('localhost', { headers: { Host: 'localhost:1' } }),
      await get('evil.example'),
      await get('api.example.com', { maxVersion: 'TLSv1.1' }),
      await get('api.example.com', { maxVersion: 'TLSv1.2' }),
    ]).toEqual([FORBIDDEN, FORBIDDEN, 'ERR_TLS_CERT_ALTNAME_INVALID', 'EPROTO', `200 ${NOBODY}`])
  })

  test('says where it answers, whom to trust and how to call it', async () => {
    const { state, port } = await serve()
    const [rest, http, chat] = state.apis
    expect([state.tls!.caFile, state.tls!.trust.map(({ system }) => system)]).toEqual([
      '/data/tls/ca.pem',
      ['macOS', 'Windows', 'Linux', 'Node.js'],
    ])
    expect([rest!.secure, http!.secure?.url, chat!.secure?.url]).toEqual([
      {
        url: `https://127.0.0.1:${port}/${API}/prod`,
        curl: `curl --cacert /data/tls/ca.pem https://127.0.0.1:${port}/${API}/prod/`,
      },
      `https://127.0.0.1:${port}/http000001`,
      `wss://127.0.0.1:${port}/chat000001/prod`,
    ])
    const named = (domain: string) => `--cacert /data/tls/ca.pem --resolve ${domain}:${port}:127.0.0.1`
    expect(rest!.domains!.map(({ secure }) => secure!.curl)).toEqual([
      `curl ${named('api.example.com')} https://api.example.com:${port}/`,
      `curl ${named('mutual.example.com')} --cert client.pem --key client-key.pem https://mutual.example.com:${port}/`,
    ])
  })

  test('takes WebSocket connections', async () => {
    const { state, ca } = await serve()
    const opened = await handshake(state.apis[2]!.secure!.url, { ca })
    if (!('client' in opened)) throw new Error(`refused with ${opened.status}`)
    const answer = await opened.client.ask('hello')
    await opened.client.close()
    expect([opened.status, answer]).toEqual([101, 'hello'])
  })

  test('answers a domain that the design got while it ran', async () => {
    const { sample: served, get } = await serve()
    const design = secureDesign()
    const [first, ...others] = design.domainNames
    served.gateway.update({ ...design, domainNames: [{ ...first!, domainName: 'new.example.com' }, ...others] })
    await expect.poll(() => get('new.example.com')).toBe(`200 ${NOBODY}`)
  })
})

describe('a domain with mutual TLS', () => {
  const client = CLIENTS.issue('Client 1')

  test('takes clients that its truststore knows, and tells integrations who they are', async () => {
    const { get } = await serve()
    const answer = await get('mutual.example.com', client)
    expect([answer.slice(0, 3), JSON.parse(answer.slice(4))]).toEqual([
      '200',
      {
        subject: 'CN=Client 1',
        issuer: 'CN=Clients',
        serial: expect.stringMatching(/^[0-9a-f]{2}(:[0-9a-f]{2}){15}$/),
        until: expect.stringMatching(/^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4} GMT$/),
      },
    ])
  })

  test('cuts off clients without a certificate, and answers 403 to others', async () => {
    const { get } = await serve()
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const mutual = (more: Partial<SecureSent>) => get('mutual.example.com', more)
    expect([
      await mutual({}),
      await mutual(clientAuthority('Clients').issue('Client 1')),
      await mutual(CLIENTS.issue('Old', { notAfter: Date.now() - 60_000 })),
      await mutual(CLIENTS.issue('Weak', { keys: weak })),
    ]).toEqual(['ECONNRESET', FORBIDDEN, FORBIDDEN, FORBIDDEN])
  })

  test('is not reached over plain HTTP, nor by a connection that was opened for another name', async () => {
    const { get, state, sample: served } = await serve()
    const plain = await exchange(state.port, '/seen', { headers: { Host: 'mutual.example.com' } })
    const other = await get('api.example.com', { ...client, headers: { Host: 'mutual.example.com' } })
    expect([`${plain.status} ${plain.text}`, other]).toEqual([FORBIDDEN, FORBIDDEN])
    expect(served.lines.filter((line) => line.includes('with a certificate only'))).toEqual([
      'Domain mutual.example.com takes clients with a certificate only: this request came without TLS (serve --tls).',
      'Domain mutual.example.com takes clients with a certificate only: this connection was opened for another name.',
    ])
  })

  test('takes nobody while its truststore is missing, and says where it is looked for', async () => {
    const { get, sample: served } = await serve({ files: {} })
    expect(await get('mutual.example.com', client)).toBe(FORBIDDEN)
    expect(served.lines[0]).toBe(
      'Domain mutual.example.com: truststore "s3://trust/certs/clients.pem" was not found. Put the PEM bundle into the ' +
        `project's folder as one of "certs/clients.pem", "clients.pem", ".gatewright/s3/trust/certs/clients.pem". ` +
        'Until then it takes nobody.',
    )
  })

  test('asks WebSocket clients too', async () => {
    const { port, ca } = await serve()
    const named = { ca, servername: 'chat.example.com', headers: { Host: 'chat.example.com' } }
    const open = (more: object) => handshake(`wss://127.0.0.1:${port}/`, { ...named, ...more })
    const known = await open(client)
    const unknown = await open(clientAuthority('Others').issue('Client 1'))
    if ('client' in known) await known.client.close()
    expect([known.status, unknown.status]).toEqual([101, 403])
  })
})

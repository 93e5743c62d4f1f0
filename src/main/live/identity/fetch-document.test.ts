import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fetchDocument } from './fetch-document'

const LIMITS = { timeoutMs: 5_000, bytes: 100 }

/** Base address of a server that answers like this. */
async function answering(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('fetchDocument', () => {
  it('gives the text of an answer', async () => {
    const base = await answering((request, response) => response.end(`${request.method} ${request.url} é`))
    expect(await fetchDocument(new URL(`${base}/a?b`), LIMITS)).toEqual({ kind: 'text', text: 'GET /a?b é' })
  })

  it('does not follow redirects, nor take other answers than 200', async () => {
    const seen: unknown[] = []
    const base = await answering((request, response) => {
      seen.push(request.url)
      response.writeHead(request.url === '/moved' ? 302 : 503, { Location: '/there' }).end('{}')
    })
    const outcomes = [await fetchDocument(new URL(`${base}/moved`), LIMITS), await fetchDocument(new URL(base), LIMITS)]
    expect([outcomes, seen]).toEqual([
      [
        { kind: 'failed', problem: `${base}/moved answered 302, not 200` },
        { kind: 'failed', problem: `${base}/ answered 503, not 200` },
      ],
      ['/moved', '/'],
    ])
  })

  it('stops at an answer that is too large, announced or not', async () => {
    const base = await answering((request, response) => {
      if (request.url === '/announced') response.writeHead(200, { 'Content-Length': 101 })
      response.write('x'.repeat(101))
    })
    const outcomes = await Promise.all(['/announced', '/'].map((path) => fetchDocument(new URL(base + path), LIMITS)))
    expect(outcomes).toEqual([
      { kind: 'failed', problem: `${base}/announced is larger than 100 bytes` },
      { kind: 'failed', problem: `${base}/ is larger than 100 bytes` },
    ])
  })

  it('gives up on a server that says nothing, and on one that does not end', async () => {
    const base = await answering((request, response) => {
      if (request.url === '/endless') response.write('x')
    })
    const limits = { ...LIMITS, timeoutMs: 50 }
    const outcomes = await Promise.all(
      ['/silent', '/endless'].map((path) => fetchDocument(new URL(base + path), limits)),
    )
    expect(outcomes).toEqual([
      { kind: 'failed', problem: `${base}/silent did not answer within 50 ms` },
      { kind: 'failed', problem: `${base}/endless did not answer within 50 ms` },
    ])
  })

  it('says what went wrong on the way', async () => {
    const base = await answering((_, response) => response.destroy())
    expect(await fetchDocument(new URL(base), LIMITS)).toEqual({ kind: 'failed', problem: `${base}/: socket hang up` })
  })

  it('does not call link-local addresses', async () => {
    expect(await fetchDocument(new URL('https://169.254.169.254/latest'), LIMITS)).toEqual({
      kind: 'failed',
      problem:
        'https://169.254.169.254/latest: 169.254.169.254 is a link-local address, which integrations may not call',
    })
  })
})

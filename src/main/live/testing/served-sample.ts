import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TracedRequest } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import type { RootKey } from '../../engine/authorizers/iam-caller'
import type { Clock } from '../clock'
import type { AuthorityStore } from '../tls/certificate-authority'
import type { RandomBytes } from '../services/random'
import type { LocalIdentityProvider } from '../identity/local-identity-provider'
import { createGateway, type LiveGateway, type RunningState } from '../gateway'

/** An answer as it came over the socket. Header names in lower case. */
export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly rawHeaders: readonly string[]
  readonly bytes: Buffer
  readonly text: string
}

export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Buffer
}

/** A gateway on a free port with a folder of its own for handlers, and what it said. */
export interface ServedSample {
  readonly gateway: LiveGateway
  readonly state: RunningState
  readonly folder: string
  readonly lines: readonly string[]
  readonly traced: readonly TracedRequest[]
  /** `path` below the first stage; a whole URL is taken as it is. */
  send(path: string, sent?: Sent): Promise<Received>
  /** Raw bytes over a socket of their own; everything that came back until it closed. */
  sendRaw(text: string): Promise<string>
  write(file: string, text: string): void
  close(): Promise<void>
}

export interface ServedSampleOptions {
  readonly design: Design
  /** Path -> text of files that lie in the project's folder. */
  readonly files?: Readonly<Record<string, string>>
  readonly handlerProcessUrl?: URL
  readonly clock?: Clock
  readonly ownPorts?: () => readonly number[]
  readonly randomBytes?: RandomBytes
  readonly random?: () => number
  readonly identity?: LocalIdentityProvider
  readonly rootKey?: RootKey
  /** Serve over TLS too, with certificates of this authority. */
  readonly tls?: AuthorityStore
}

/** Test set-up: serve a design. */
export async function serveSample(options: ServedSampleOptions): Promise<ServedSample> {
  const folder = mkdtempSync(join(tmpdir(), 'gatewright-live-'))
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  for (const [file, text] of Object.entries(options.files ?? {})) write(file, text)
  const lines: string[] = []
  const traced: TracedRequest[] = []
  const gateway = createGateway({
    handlerProcessUrl: options.handlerProcessUrl ?? new URL('file:///nowhere/handler-process.mjs'),
    log: (line) => lines.push(line),
    ...(options.clock && { clock: options.clock }),
    ...(options.ownPorts && { ownPorts: options.ownPorts }),
    ...(options.randomBytes && { randomBytes: options.randomBytes }),
    ...(options.random && { random: options.random }),
    ...(options.identity && { identity: options.identity }),
    ...(options.rootKey && { rootKey: options.rootKey }),
    ...(options.tls && { authorityStore: options.tls }),
  })
  gateway.onRequest((one) => traced.push(one))
  const state = await gateway.start(options.design, {
    host: '127.0.0.1',
    port: 0,
    folder,
    ...(options.tls && { tls: { port: 0 } }),
  })
  const base = new URL(state.apis[0]!.url)
  return {
    gateway,
    state,
    folder,
    lines,
    traced,
    write,
    send: (path, sent) => exchange(state.port, base.pathname + path, sent),
    sendRaw: (text) => exchangeRaw(state.port, text),
    close: async () => {
      await gateway.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One request to a path of 127.0.0.1, sent as it is written. */
export function exchange(port: number, path: string, { method, headers, body }: Sent = {}): Promise<Received> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = { host: '127.0.0.1', port, path, agent: false, headers: { ...headers } }
    const outgoing = request({ ...options, method: method ?? 'GET' }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const { statusCode, rawHeaders } = response
        const text = bytes.toString('utf8')
        resolve({ status: statusCode!, headers: { ...response.headers }, rawHeaders, bytes, text })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

function exchangeRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8').on('data', (part: string) => (received += part))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(received))
  })
}

import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { urlToHttpOptions } from 'node:url'
import { isLocalHost, type LocalHosts } from './local-hosts'

type OnResponse = (response: IncomingMessage) => void
type Send = (...args: readonly unknown[]) => ClientRequest

/**
 * In the process of a handler: requests to these hosts, of APIs and of AWS services, go to where they are played on this computer, as they
 * are but for TLS, so that a handler runs here as it does on AWS. Everything else goes where it always went.
 */
export function sendToLocalHosts(targets: readonly LocalHosts[]): void {
  const plain = http.request as Send
  for (const module of [http, https]) {
    const original = module.request as Send
    const request: Send = (...args) => {
      const local = localOptions(targets, args)
      return local === null ? original(...args) : plain(...local)
    }
    const get: Send = (...args) => {
      const sent = request(...args)
      sent.end()
      return sent
    }
    Object.assign(module, { request, get })
  }
  // Names that modules have imported one by one follow the objects only when they are told to.
  syncBuiltinESMExports()
  globalThis.fetch = localFetch(targets, plain, globalThis.fetch)
}

/** The arguments of a request that stays here; null for any other. */
function localOptions(targets: readonly LocalHosts[], args: readonly unknown[]): [RequestOptions, OnResponse?] | null {
  const [first, second] = args
  const isUrl = typeof first === 'string' || first instanceof URL
  const ofUrl: RequestOptions = isUrl ? urlToHttpOptions(new URL(first)) : {}
  const given: unknown = isUrl ? second : first
  const options: RequestOptions = { ...ofUrl, ...(typeof given === 'object' && given !== null ? given : {}) }
  const host = hostOf(options)
  const target = targets.find((one) => isLocalHost(one, host))
  if (target === undefined) return null
  const onResponse = args.find((argument): argument is OnResponse => typeof argument === 'function')
  const { agent: _agent, ...rest } = options
  const headers = withHost(options.headers, host)
  const local = {
    ...rest,
    protocol: 'http:',
    host: target.address,
    hostname: target.address,
    port: target.port,
    headers,
  }
  return onResponse === undefined ? [local] : [local, onResponse]
}

function hostOf({ host, hostname }: RequestOptions): string {
  return (hostname ?? host ?? '').replace(/:\d+$/, '').toLowerCase()
}

/** The name that was asked for, which the gateway knows the API by, and which a signature is over. */
function withHost(headers: RequestOptions['headers'], host: string): RequestOptions['headers'] {
  if (Array.isArray(headers)) {
    const hasHost = headers.some((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
    return hasHost ? headers : ['Host', host, ...headers]
  }
  const hasHost = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'host')
  return hasHost ? headers : { ...headers, Host: host }
}

/** `fetch` writes the name of the address into `Host`, so that these requests are sent in the other way. */
function localFetch(targets: readonly LocalHosts[], send: Send, original: typeof fetch): typeof fetch {
  return async (input, init) => {
    const { hostname, pathname, search } = new URL(input instanceof Request ? input.url : input)
    const target = targets.find((one) => isLocalHost(one, hostname))
    if (target === undefined) return original(input, init)
    const request = new Request(input, init)
    const body = Buffer.from(await request.arrayBuffer())
    const options: RequestOptions = {
      host: target.address,
      port: target.port,
      method: request.method,
      path: pathname + search,
      headers: { ...Object.fromEntries(request.headers), Host: hostname },
      signal: request.signal,
    }
    return new Promise((resolve, reject) => {
      const sent = send(options, (answer: IncomingMessage) => void responseOf(answer).then(resolve, reject))
      sent.on('error', reject)
      sent.end(body)
    })
  }
}

async function responseOf(answer: IncomingMessage): Promise<Response> {
  const chunks: Uint8Array[] = []
  for await (const chunk of answer) chunks.push(chunk as Uint8Array)
  const status = answer.statusCode!
  const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
  return new Response(status === 204 || status === 304 ? null : Buffer.concat(chunks), { status, headers })
}

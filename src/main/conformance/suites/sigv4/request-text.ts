import type { SigV4Request } from '../../../engine/authorizers/sigv4/sigv4-request'

/**
 * "POST /a?b=1 HTTP/1.1\nHost:example.com\n\nbody" -> a request. Everything stays as it is written: blanks in the path, and around the
 * values of headers, which may go on in the next line.
 */
export function parseRequestText(text: string): SigV4Request {
  const end = text.indexOf('\n\n')
  const [start = '', ...lines] = (end === -1 ? text.replace(/\n$/, '') : text.slice(0, end)).split('\n')
  const [, method = '', path = '', rawQuery = ''] = /^(\S+) ([^?]*)\??(.*) HTTP\/1\.1$/.exec(start) ?? []
  const headers: [string, string][] = []
  for (const line of lines) {
    const colon = line.indexOf(':')
    const last = headers.at(-1)
    if (/^[ \t]/.test(line) && last !== undefined) last[1] += `\n${line}`
    else headers.push([line.slice(0, colon), line.slice(colon + 1)])
  }
  return { method, path, rawQuery, headers, body: new TextEncoder().encode(end === -1 ? '' : text.slice(end + 2)) }
}

/** The inverse of `parseRequestText`. */
export function requestText({ method, path, rawQuery, headers, body }: SigV4Request): string {
  const target = rawQuery === '' ? path : `${path}?${rawQuery}`
  const lines = headers.map(([name, value]) => `${name}:${value}\n`).join('')
  return `${method} ${target} HTTP/1.1\n${lines}\n${new TextDecoder().decode(body)}`
}

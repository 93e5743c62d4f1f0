import type { SentRequest } from '@shared/contract/try'

/** Written by curl itself. */
const OF_THE_TRANSPORT = new Set(['host', 'content-length', 'connection'])

/**
 * A request as a command line for a POSIX shell: "curl -X POST 'http://127.0.0.1:3000/a1/prod/orders' -H 'x-api-key: 1' --data-raw '{}'".
 * Curl's own `Accept` and `User-Agent` come on top of it.
 */
export function curlCommand({ url, method, headers, body }: SentRequest): string {
  return [
    'curl',
    ...verbOptions(method, body),
    ...urlOptions(url),
    quoted(url),
    ...headers.filter(([name, value]) => !isLeftOut(name, value, url)).flatMap(headerOption),
    ...(body === null ? [] : bodyOptions(headers, body)),
  ].join(' ')
}

function verbOptions(method: string, body: string | null): string[] {
  if (method === 'HEAD') return ['--head']
  return method === 'GET' && body === null ? [] : ['-X', method]
}

/** Curl would read brackets as ranges and take dots out of paths. */
function urlOptions(url: string): string[] {
  const path = url.split('?')[0]!
  return [...(/[[\]{}]/.test(url) ? ['--globoff'] : []), ...(/\/\.\.?(\/|$)/.test(path) ? ['--path-as-is'] : [])]
}

/** A `Host` that the URL does not say is the caller's own. */
function isLeftOut(name: string, value: string, url: string): boolean {
  const lowerCase = name.toLowerCase()
  if (lowerCase === 'host') return url.startsWith(`http://${value}/`)
  return OF_THE_TRANSPORT.has(lowerCase)
}

/** An empty value needs a semicolon, because a colon alone means that the header is not sent. */
function headerOption([name, value]: SentRequest['headers'][number]): string[] {
  return ['-H', quoted(value === '' ? `${name};` : `${name}: ${value}`)]
}

/** Without a type of its own curl would call every body a form. */
function bodyOptions(headers: SentRequest['headers'], body: string): string[] {
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type')
  return [...(hasType ? [] : ['-H', quoted('Content-Type:')]), '--data-raw', quoted(body)]
}

/** Nothing is special between single quotes but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

import type { SentRequest } from '@shared/contract/try'

export type CopyForm = 'curl' | 'http' | 'fetch'

/** A request as text to be used elsewhere. */
export function copyAs(form: CopyForm, request: SentRequest): string {
  switch (form) {
    case 'curl':
      return curlOf(request)
    case 'http':
      return httpOf(request)
    case 'fetch':
      return fetchOf(request)
  }
}

function curlOf({ url, method, headers, body }: SentRequest): string {
  const parts = [
    ...(method === 'GET' && body === null ? [] : method === 'HEAD' ? ['--head'] : [`--request ${shellText(method)}`]),
    ...headers.map(([name, value]) => `--header ${shellText(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${shellText(body)}`]),
  ]
  return [`curl ${shellText(url)}`, ...parts].join(' \\\n  ')
}

/** One word for a POSIX shell, whatever is in it. */
function shellText(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

function httpOf({ url, method, headers, body }: SentRequest): string {
  const { host, pathname, search } = new URL(url)
  const hasHost = headers.some(([name]) => name.toLowerCase() === 'host')
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  return [
    `${method} ${pathname}${search} HTTP/1.1`,
    ...(hasHost ? [] : [`Host: ${host}`]),
    ...lines,
    '',
    body ?? '',
  ].join('\n')
}

/** What a page may not set by itself. */
const OF_THE_BROWSER = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding'])

function fetchOf({ url, method, headers, body }: SentRequest): string {
  const own = headers.filter(([name]) => !OF_THE_BROWSER.has(name.toLowerCase()))
  const options = [
    ...(method === 'GET' ? [] : [`method: ${JSON.stringify(method)}`]),
    ...(own.length === 0 ? [] : [`headers: ${headersText(own)}`]),
    ...(body === null ? [] : [`body: ${JSON.stringify(body)}`]),
  ]
  if (options.length === 0) return `const response = await fetch(${JSON.stringify(url)})\n`
  return `const response = await fetch(${JSON.stringify(url)}, {\n  ${options.join(',\n  ')},\n})\n`
}

/** An object where each name comes once, else pairs. */
function headersText(headers: SentRequest['headers']): string {
  const names = headers.map(([name]) => name.toLowerCase())
  const isOnce = new Set(names).size === names.length
  const lines = headers.map(([name, value]) => {
    const [key, text] = [JSON.stringify(name), JSON.stringify(value)]
    return isOnce ? `    ${key}: ${text},` : `    [${key}, ${text}],`
  })
  return isOnce ? `{\n${lines.join('\n')}\n  }` : `[\n${lines.join('\n')}\n  ]`
}

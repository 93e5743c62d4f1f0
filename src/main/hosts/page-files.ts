import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { SECURITY_HEADERS } from './content-security-policy'

/** An answer to a request for one of the page's files. */
export interface PageAnswer {
  readonly status: 200 | 403 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
}

/**
 * The file of `folder` that a URL's path names; "/" is index.html. 403 for a path that tries to leave the folder, 404 for one that
 * names no file. `pathname` is as sent, percent-encoding included.
 */
export async function readPageFile(folder: string, pathname: string): Promise<PageAnswer> {
  const segments = safeSegments(pathname)
  if (!segments) return refusal(403, 'Forbidden')
  const name = segments.length === 0 ? 'index.html' : join(...segments)
  const type = CONTENT_TYPES[extname(name)]
  if (!type) return refusal(404, 'Not found')
  try {
    const body = new Uint8Array(await readFile(join(folder, name)))
    return {
      status: 200,
      headers: { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': cachingOf(name) },
      body,
    }
  } catch {
    return refusal(404, 'Not found')
  }
}

/** "/assets/a%20b.js" -> ["assets", "a b.js"]; null when a segment could leave the folder. Decoded once: what is left of "%" is data. */
export function safeSegments(pathname: string): string[] | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (!decoded.startsWith('/') || /[\\\0]/.test(decoded)) return null
  const segments = decoded.split('/').filter((segment) => segment !== '')
  // A colon would name a drive or a stream on Windows.
  return segments.some((segment) => segment === '.' || segment === '..' || segment.includes(':')) ? null : segments
}

/** Names under assets/ hold a hash of what is in the file. */
function cachingOf(name: string): string {
  return name.startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-store'
}

export function refusal(status: 403 | 404, text: string): PageAnswer {
  const headers = { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return { status, headers, body: new TextEncoder().encode(`${text}\n`) }
}

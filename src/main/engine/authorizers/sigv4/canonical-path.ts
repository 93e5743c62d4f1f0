import { uriEncode } from './uri-encode'

/**
 * The path of a canonical request: the path as it was sent, encoded once more, but for its slashes: "/a%20b" -> "/a%2520b".
 * `normalizes`: "." and ".." segments and empty ones go first, as for every service but S3.
 * Source: IAM User Guide, "Create a signed AWS API request"; RFC 3986, 5.2.4.
 */
export function canonicalPath(path: string, normalizes: boolean): string {
  const plain = normalizes ? normalizedPath(path) : path
  return plain === '' ? '/' : plain.split('/').map(uriEncode).join('/')
}

function normalizedPath(path: string): string {
  const kept: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop()
    else if (segment !== '' && segment !== '.') kept.push(segment)
  }
  const end = kept.length > 0 && path.endsWith('/') ? '/' : ''
  return `/${kept.join('/')}${end}`
}

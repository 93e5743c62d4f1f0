/** The parts of a URI reference; undefined where there is none. "#x" has a path, the empty one, and a fragment. */
interface UriParts {
  readonly scheme: string | undefined
  readonly authority: string | undefined
  readonly path: string
  readonly query: string | undefined
  readonly fragment: string | undefined
}

/**
 * What a reference means where `base` is in force, as in ("http://a/b/c", "../d#e") -> "http://a/d#e".
 * Characters that a URI may not hold, as the braces of "{restApiId}", stay as they are.
 * Source: RFC 3986, 5.2.
 */
export function resolveUri(base: string, reference: string): string {
  const to = parse(reference)
  if (to.scheme !== undefined) return write({ ...to, path: removeDotSegments(to.path) })
  const from = parse(base)
  if (to.authority !== undefined) return write({ ...to, scheme: from.scheme, path: removeDotSegments(to.path) })
  if (to.path === '') return write({ ...from, query: to.query ?? from.query, fragment: to.fragment })
  const path = to.path.startsWith('/') ? to.path : merge(from, to.path)
  return write({ ...from, path: removeDotSegments(path), query: to.query, fragment: to.fragment })
}

/** "http://a/b#c" -> ["http://a/b", "c"]; without a fragment the second is "". */
export function splitFragment(uri: string): [document: string, fragment: string] {
  const hash = uri.indexOf('#')
  return hash < 0 ? [uri, ''] : [uri.slice(0, hash), uri.slice(hash + 1)]
}

function parse(uri: string): UriParts {
  const [, scheme, authority, path = '', query, fragment] =
    /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(uri) ?? []
  return { scheme, authority, path, query, fragment }
}

function write({ scheme, authority, path, query, fragment }: UriParts): string {
  const start = (scheme === undefined ? '' : `${scheme}:`) + (authority === undefined ? '' : `//${authority}`)
  return start + path + (query === undefined ? '' : `?${query}`) + (fragment === undefined ? '' : `#${fragment}`)
}

function merge(base: UriParts, path: string): string {
  if (base.authority !== undefined && base.path === '') return `/${path}`
  return base.path.slice(0, base.path.lastIndexOf('/') + 1) + path
}

function removeDotSegments(path: string): string {
  if (!path.includes('.')) return path
  const kept: string[] = []
  const segments = path.split('/')
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1
    if (segment === '..') {
      // The empty segment before a leading slash is not one to go up from.
      if (kept.length > 1 || (kept.length === 1 && kept[0] !== '')) kept.pop()
    } else if (segment !== '.') {
      kept.push(segment)
    }
    if (isLast && (segment === '..' || segment === '.')) kept.push('')
  })
  return kept.join('/')
}

/**
 * The narrowest pattern that covers the places a function is called from, each "GET/orders/{id}" or a route key as "$connect":
 * ["GET/orders", "POST/orders"] -> "*\/*\/orders". The stage in front is "*", path parameters are "*". Source: rest-api.md 18, rule 6.
 */
export function sourcePattern(calls: readonly string[]): string {
  const places = calls.map(splitCall)
  const paths = new Set(places.map(({ path }) => path))
  const verbs = new Set(places.map(({ verb }) => verb))
  const [first] = places
  if (first === undefined) return '*'
  if (paths.size === 1 && verbs.size === 1) return join(first.verb, first.path)
  // A route such as "$default" has no verb: only "*" covers it beside methods.
  if (places.some(({ verb }) => verb === undefined)) return '*'
  const verb = verbs.size === 1 ? first.verb : '*'
  return join(verb, paths.size === 1 ? first.path : `${commonStart([...paths])}*`)
}

interface Call {
  readonly verb: string | undefined
  /** "/orders/*", or the route key. */
  readonly path: string
}

function splitCall(call: string): Call {
  const [, verb, path] = /^([A-Z]+|\*)(\/.*)$/s.exec(call) ?? []
  if (path === undefined) return { verb: undefined, path: call }
  return { verb, path: path.replaceAll(/\{[^}]*\}/g, '*') }
}

function join(verb: string | undefined, path: string): string {
  return verb === undefined ? `*/${path}` : `*/${verb}${path}`
}

/** ["/orders", "/orders/*"] -> "/orders", ["/orders", "/items"] -> "/": what all begin with. */
function commonStart(paths: readonly string[]): string {
  const [first = '', ...others] = paths
  let end = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, end))) end -= 1
  const start = first.slice(0, end)
  const star = start.indexOf('*')
  return star < 0 ? start : start.slice(0, star)
}

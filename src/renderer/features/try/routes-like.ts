import { accessOf, type TryRoute } from './try-route'

/** Routes offered at once. */
const MOST = 50

/** Routes that fit what is typed so far: those that begin so first, of the chosen verb before others. All for "/" or nothing. */
export function routesLike(routes: readonly TryRoute[], method: string, typed: string): TryRoute[] {
  const text = typed.toLowerCase().replace(/^\/+/, '')
  return routes
    .map((route) => ({ route, rank: rankOf(route, method, text) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ route }) => route)
}

function rankOf(route: TryRoute, wanted: string, text: string): number {
  const { path, verb } = route
  const otherVerb = verb === wanted || verb === 'ANY' ? 0 : 0.5
  const bare = path.replace(/^\//, '').toLowerCase()
  if (bare === text) return otherVerb
  if (bare.startsWith(text)) return 1 + otherVerb
  if (bare.includes(text)) return 2 + otherVerb
  if (fitsPattern(bare, text)) return 1 + otherVerb
  return accessOf(route).operationName?.toLowerCase().includes(text) ? 3 + otherVerb : Infinity
}

/** "orders/7" is on its way to "orders/{id}/items". */
function fitsPattern(path: string, text: string): boolean {
  const [segments, typed] = [path.split('/'), text.split('/')]
  return (
    typed.length <= segments.length &&
    typed.every((part, index) => {
      const segment = segments[index] ?? ''
      return segment.startsWith('{') || (index === typed.length - 1 ? segment.startsWith(part) : segment === part)
    })
  )
}

import type { AttributeMap, AttributeValue } from '../attribute-value'
import { pathsOverlap, pathText, type DocumentPath } from '../document-path'
import type { TokenReader } from './token-reader'

/** "orderId, order.lines[0]". */
export function readProjection(reader: TokenReader): readonly DocumentPath[] {
  const paths: DocumentPath[] = []
  do {
    const path = reader.path()
    const overlapping = paths.find((other) => pathsOverlap(other, path))
    if (overlapping !== undefined) {
      const both = `path one: [${pathText(overlapping)}], path two: [${pathText(path)}]`
      throw reader.invalid(
        `Two document paths overlap with each other; must remove or rewrite one of these paths; ${both}`,
      )
    }
    paths.push(path)
  } while (reader.accept(','))
  reader.expectEnd()
  return paths
}

/** What of an item is asked for; of a list only the places that are, moved together. */
export function project(item: AttributeMap, paths: readonly DocumentPath[]): AttributeMap {
  return pickMembers(item, paths)
}

type Way = readonly (string | number)[]

function pickMembers(members: AttributeMap, ways: readonly Way[]): AttributeMap {
  const picked = new Map<string, AttributeValue>()
  for (const [step, rest] of grouped(ways)) {
    const value = typeof step === 'string' ? members.get(step) : undefined
    const found = value && pick(value, rest)
    if (found) picked.set(step as string, found)
  }
  return picked
}

function pick(value: AttributeValue, ways: readonly Way[]): AttributeValue | undefined {
  if (ways.some((way) => way.length === 0)) return value
  if (value.type === 'M') {
    const members = pickMembers(value.value, ways)
    return members.size === 0 ? undefined : { type: 'M', value: members }
  }
  if (value.type !== 'L') return undefined
  const places = [...grouped(ways)].sort(([a], [b]) => Number(a) - Number(b))
  const found = places.flatMap(([step, rest]) => {
    const inner = typeof step === 'number' ? value.value[step] : undefined
    const picked = inner && pick(inner, rest)
    return picked ? [picked] : []
  })
  return found.length === 0 ? undefined : { type: 'L', value: found }
}

/** First step -> what follows it, in the order of the first steps. */
function grouped(ways: readonly Way[]): Map<string | number, Way[]> {
  const groups = new Map<string | number, Way[]>()
  for (const [step, ...rest] of ways) {
    if (step === undefined) continue
    groups.set(step, [...(groups.get(step) ?? []), rest])
  }
  return groups
}

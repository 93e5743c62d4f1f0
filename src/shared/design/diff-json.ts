/** One place at which two JSON values differ. `before` or `after` is `undefined` where the place does not exist. */
export interface JsonDifference {
  readonly path: readonly (string | number)[]
  readonly before: unknown
  readonly after: unknown
}

/** Below this, parts that are not the same object count as different: a crafted document must not exhaust the stack. */
const MAX_DEPTH = 200

/**
 * Where two JSON values differ, member by member; parts that are the same object are not looked into. Lists of objects are compared
 * item by item, lists of anything else as a whole. The order of an object's members does not matter.
 */
export function diffJson(before: unknown, after: unknown, path: readonly (string | number)[] = []): JsonDifference[] {
  if (Object.is(before, after)) return []
  if (path.length >= MAX_DEPTH) return [{ path, before, after }]
  if (isList(before) && isList(after)) return diffLists(before, after, path)
  if (isRecord(before) && isRecord(after)) return diffRecords(before, after, path)
  return [{ path, before, after }]
}

function diffRecords(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): JsonDifference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => diffJson(own(before, name), own(after, name), [...path, name]))
}

function diffLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly (string | number)[],
): JsonDifference[] {
  const indexes = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index)
  const differences = indexes.flatMap((index) => diffJson(before[index], after[index], [...path, index]))
  const isOfObjects = [...before, ...after].every(isRecord)
  return isOfObjects || differences.length === 0 ? differences : [{ path, before, after }]
}

function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

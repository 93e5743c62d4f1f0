import { pointerTo, type Diagnostic } from '@shared/diagnostic'
import { LineIndex } from '../../documents/line-index'
import { MAX_DEPTH, type ReadDocument } from '../../documents/read-document'
import { readYaml } from '../../documents/read-yaml'
import type { JsonObject, JsonValue, SourceMap, SourceNode, SourcePair } from '../../documents/source-tree'
import type { ImportCode } from '../import-codes'

/** A member that a path has twice. */
interface Repeated {
  readonly path: string
  readonly pair: SourcePair
}

/**
 * A YAML document is refused when a key stands twice in one map, because parts of it would be lost. One case is read after all: a path
 * with one verb twice, which the service accepts. Its last operation counts, as in the service, and each one lost is an error of its own.
 * The document as it was when anything else is wrong.
 */
export function withRepeatedOperations(document: ReadDocument, text: string): ReadDocument {
  const errors = document.diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  if (!errors.every((diagnostic) => diagnostic.code === 'text/duplicate-key')) return document
  const lines = new LineIndex(text)
  const { root } = readYaml(text, lines, MAX_DEPTH)
  const paths = root?.kind === 'map' ? memberNode(root, 'paths') : undefined
  if (root?.kind !== 'map' || paths?.kind !== 'map') return document
  const repeated = paths.pairs.flatMap(({ key, value }) => repeatedIn(key, value))
  if (repeated.length === 0 || repeated.length !== errors.length) return document
  return {
    ...document,
    value: withLast(root.value, paths.value, repeated),
    diagnostics: [
      ...document.diagnostics.filter((diagnostic) => diagnostic.severity !== 'error'),
      ...repeated.map((each) => problem(each, lines)),
    ],
  }
}

function memberNode(map: SourceMap, key: string): SourceNode | undefined {
  return map.pairs.findLast((pair) => pair.key === key)?.value
}

function repeatedIn(path: string, item: SourceNode): Repeated[] {
  if (item.kind !== 'map') return []
  const seen = new Set<string>()
  return item.pairs.flatMap((pair) => {
    if (seen.has(pair.key)) return [{ path, pair }]
    seen.add(pair.key)
    return []
  })
}

function withLast(root: JsonObject, paths: JsonObject, repeated: readonly Repeated[]): JsonObject {
  const items = new Map(Object.entries(paths))
  for (const { path, pair } of repeated) {
    const item = items.get(path)
    items.set(path, Object.fromEntries([...Object.entries(isObject(item) ? item : {}), [pair.key, pair.value.value]]))
  }
  return Object.fromEntries([...Object.entries(root), ['paths', Object.fromEntries(items)]])
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function problem({ path, pair }: Repeated, lines: LineIndex): Diagnostic {
  const code: ImportCode = 'import/operation-repeated'
  const message = `The path ${path} has "${pair.key}" more than once; the one at this place counts, and those before it are left out. Keep one of them.`
  return {
    code,
    severity: 'error',
    message,
    pointer: pointerTo(['paths', path, pair.key]),
    range: lines.at(pair.keyStart),
  }
}

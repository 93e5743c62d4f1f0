import { pointerTo, type Diagnostic } from '@shared/diagnostic'
import { LineIndex } from '../../documents/line-index'
import { MAX_DEPTH, type ReadDocument } from '../../documents/read-document'
import { readYaml } from '../../documents/read-yaml'
import type { JsonValue, SourceMap, SourceNode, SourcePair } from '../../documents/source-tree'
import { jsonEqual } from '../../project-format/json-equal'
import type { ImportCode } from '../import-codes'

type Path = readonly (string | number)[]

/**
 * A YAML document is refused when a key stands twice in one map. Templates are read after all, because the tools that deploy them take
 * them: the last of the members counts, and each one lost is reported. The document as it was when anything else is wrong, or when it
 * is no template.
 */
export function withRepeatedMembers(document: ReadDocument, text: string): ReadDocument {
  const errors = document.diagnostics.filter(({ severity }) => severity === 'error')
  if (!errors.every(({ code }) => code === 'text/duplicate-key')) return document
  const lines = new LineIndex(text)
  const { root } = readYaml(text, lines, MAX_DEPTH)
  if (root?.kind !== 'map' || !root.pairs.some(({ key }) => key === 'Resources')) return document
  const found: Diagnostic[] = []
  const value = lastMembers(root, [], (path, pair, isSame) => found.push(problem(path, pair, isSame, lines)))
  const others = document.diagnostics.filter(({ severity }) => severity !== 'error')
  return found.length === 0 ? document : { ...document, value, diagnostics: [...others, ...found], root: null }
}

type Report = (path: Path, pair: SourcePair, isSame: boolean) => void

/** Depth is bounded by the reader. What merge keys bring in stands as it was read. */
function lastMembers(node: SourceNode, path: Path, report: Report): JsonValue {
  if (node.kind === 'sequence')
    return node.items.map(({ value }, index) => lastMembers(value, [...path, index], report))
  if (node.kind !== 'map' || node.pairs.some(({ key }) => key === '<<')) return node.value
  return Object.fromEntries(lastPairs(node, path, report))
}

function lastPairs(node: SourceMap, path: Path, report: Report): Map<string, JsonValue> {
  const members = new Map<string, JsonValue>()
  for (const pair of node.pairs) {
    const at = [...path, pair.key]
    const value = lastMembers(pair.value, at, report)
    const before = members.get(pair.key)
    if (before !== undefined) report(at, pair, jsonEqual(before, value))
    members.set(pair.key, value)
  }
  return members
}

function problem(path: Path, pair: SourcePair, isSame: boolean, lines: LineIndex): Diagnostic {
  const code: ImportCode = 'import/member-repeated'
  const message = isSame
    ? `"${pair.key}" stands twice in the same object with the same value. Remove one of the two.`
    : `"${pair.key}" stands twice in the same object; the one at this place counts, and the one before it is left out. Keep one of them.`
  return {
    code,
    severity: isSame ? 'warning' : 'error',
    message,
    pointer: pointerTo(path),
    range: lines.at(pair.keyStart),
  }
}

import type { Diagnostic, TextRange } from '@shared/diagnostic'
import { LineIndex } from './line-index'
import { readJson } from './read-json'
import { readSimpleYaml } from './read-simple-yaml'
import { readYaml } from './read-yaml'
import { treeOf, type ReadTree } from './read-tree'
import type { SourceNode } from './source-tree'
import { cutProblems, hasErrors, textDiagnostic } from './text-diagnostic'

/** Deeper than any design or API description, shallow enough for every recursive reader. */
export const MAX_DEPTH = 200

export interface ReadDocument {
  /** Plain JSON data; undefined when a diagnostic of severity error says why the text cannot be read. */
  readonly value: unknown
  /** Where a JSON pointer leads: the key of a member, the start of an item, else the nearest thing around it. */
  readonly positionOf: (pointer: string) => TextRange | undefined
  /** All problems of the text as such, in the order of their places. */
  readonly diagnostics: Diagnostic[]
  /** The value with the offsets of its parts, for those who change the text; of JSON only made when it is asked for. */
  readonly root: SourceNode | null
}

/**
 * Read JSON or YAML 1.2 (core schema: `no` is text). A file named `.json` is read as JSON; any other as JSON when it is JSON, else as
 * YAML. Bounded in depth, in what aliases add and in size, so no text takes long. A value that is no map is the caller's to refuse.
 */
export function readDocument(text: string, fileName: string): ReadDocument {
  const lines = new LineIndex(text)
  const tree = readTree(text, fileName, lines)
  const { value, diagnostics } = tree
  const isRead = value !== undefined && !hasErrors(diagnostics)
  return {
    value: isRead ? value : undefined,
    positionOf: (pointer) => (value === undefined ? undefined : lines.at(tree.offsetOf(pointer))),
    diagnostics: cutProblems(diagnostics.sort(byPlace)),
    get root() {
      return isRead ? tree.root : null
    },
  }
}

function readTree(text: string, fileName: string, lines: LineIndex): ReadTree {
  if (/^\uFEFF?\s*$/.test(text)) {
    const message = `${fileName} is empty. It must hold a JSON or YAML document.`
    return treeOf(null, [textDiagnostic('text/empty', message, { line: 1, column: 1 })])
  }
  if (fileName.toLowerCase().endsWith('.json')) return readJson(text, lines, MAX_DEPTH)
  if (!/^\uFEFF?\s*[[{]/.test(text)) return readAnyYaml(text, lines)
  const asJson = readJson(text, lines, MAX_DEPTH)
  const isJson = !asJson.diagnostics.some((diagnostic) => diagnostic.code === 'text/json-syntax')
  return isJson ? asJson : readYaml(text, lines, MAX_DEPTH)
}

function readAnyYaml(text: string, lines: LineIndex): ReadTree {
  const root = readSimpleYaml(text, MAX_DEPTH)
  return root ? treeOf(root, []) : readYaml(text, lines, MAX_DEPTH)
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.range?.line ?? 0) - (b.range?.line ?? 0) || (a.range?.column ?? 0) - (b.range?.column ?? 0)
}

import { Composer, isDocument, Lexer, Parser, type Document, type ParsedNode } from 'yaml'
import type { LineIndex } from './line-index'
import type { ReadTree } from './read-tree'
import { hasErrors, textDiagnostic } from './text-diagnostic'
import { yamlProblem } from './yaml-problem'
import { YamlTreeBuilder } from './yaml-tree-builder'

type YamlDocument = Document.Parsed<ParsedNode>

/** Repeated keys are found by the tree builder: the package compares every key of a map with every other. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  strict: true,
  uniqueKeys: false,
  merge: false,
  keepSourceTokens: true,
} as const

/** Read one YAML 1.2 document, core schema. Merge keys are understood, tags beyond the core schema are not. */
export function readYaml(text: string, lines: LineIndex, maxDepth: number): ReadTree {
  const composed = compose(text, maxDepth)
  if (typeof composed === 'number') {
    const message = `Nested deeper than ${maxDepth} levels. Documents of that depth are not read.`
    return { root: null, diagnostics: [textDiagnostic('text/too-deep', message, lines.at(composed))] }
  }
  const [first, second] = composed
  const problems = [...(first?.errors ?? []), ...(first?.warnings ?? [])].sort((a, b) => a.pos[0] - b.pos[0])
  const diagnostics = problems.map((problem) => yamlProblem(problem, text, lines))
  if (second) {
    const message = 'A second YAML document begins here. One file holds one document; move it to a file of its own.'
    diagnostics.push(textDiagnostic('text/several-documents', message, lines.at(documentStart(text, second))))
  }
  if (!first || hasErrors(diagnostics)) return { root: null, diagnostics }
  const builder = new YamlTreeBuilder(text, lines, diagnostics)
  return { root: builder.build(first.contents), diagnostics }
}

/** All documents of the text, or the offset at which it is nested too deep: found before anything recursive runs. */
function compose(text: string, maxDepth: number): YamlDocument[] | number {
  const parser = new Parser()
  const composer = new Composer<ParsedNode>(OPTIONS)
  const documents: YamlDocument[] = []
  const collect = (parsed: Iterable<unknown>): void => {
    for (const document of parsed) if (isDocument<ParsedNode>(document)) documents.push(document as YamlDocument)
  }
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) collect(composer.next(token))
    // The stack holds the document and one token per open collection.
    if (parser.stack.length > maxDepth + 1) return parser.offset - lexeme.length
  }
  for (const token of parser.end()) collect(composer.next(token))
  collect(composer.end(true, text.length))
  return documents
}

function documentStart(text: string, document: YamlDocument): number {
  const marker = text.lastIndexOf('---', document.contents?.range[0] ?? document.range[0])
  return marker < 0 ? document.range[0] : marker
}

import { Composer, isDocument, Parser, type Document, type ParsedNode, type YAMLError } from 'yaml'
import { bracketLexer } from './bracket-lexer'
import type { LineIndex } from './line-index'
import { treeOf, type ReadTree } from './read-tree'
import { isShortTag } from './short-tags'
import { hasErrors, textDiagnostic } from './text-diagnostic'
import { tagAt, yamlProblem } from './yaml-problem'
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

/**
 * Read one YAML 1.2 document, core schema. Merge keys are understood, and the tags that stand for functions of CloudFormation templates;
 * no other tags beyond the core schema are.
 */
export function readYaml(text: string, lines: LineIndex, maxDepth: number): ReadTree {
  const composed = compose(text, maxDepth)
  if (typeof composed === 'number') {
    const message = `Nested deeper than ${maxDepth} levels. Documents of that depth are not read.`
    return treeOf(null, [textDiagnostic('text/too-deep', message, lines.at(composed))])
  }
  const [first, second] = composed
  const problems = [...(first?.errors ?? []), ...(first?.warnings ?? [])]
    .filter((problem) => !isAboutShortTag(problem, text))
    .sort((a, b) => a.pos[0] - b.pos[0])
  const diagnostics = problems.map((problem) => yamlProblem(problem, text, lines))
  if (second) {
    const message = 'A second YAML document begins here. One file holds one document; move it to a file of its own.'
    diagnostics.push(textDiagnostic('text/several-documents', message, lines.at(documentStart(text, second))))
  }
  if (!first || hasErrors(diagnostics)) return treeOf(null, diagnostics)
  const builder = new YamlTreeBuilder(text, lines, diagnostics)
  return treeOf(builder.build(first.contents), diagnostics)
}

/** All documents of the text, or the offset at which it is nested too deep: found before anything recursive runs. */
function compose(text: string, maxDepth: number): YamlDocument[] | number {
  const parser = new Parser()
  const composer = new Composer<ParsedNode>(OPTIONS)
  const documents: YamlDocument[] = []
  const collect = (parsed: Iterable<unknown>): void => {
    for (const document of parsed) if (isDocument<ParsedNode>(document)) documents.push(document as YamlDocument)
  }
  for (const lexeme of bracketLexer().lex(text)) {
    for (const token of parser.next(lexeme)) collect(composer.next(token))
    // The stack holds the document and one token per open collection.
    if (parser.stack.length > maxDepth + 1) return parser.offset - lexeme.length
  }
  for (const token of parser.end()) collect(composer.next(token))
  collect(composer.end(true, text.length))
  return documents
}

/** The parser knows no tag of templates; the tree builder does. */
function isAboutShortTag({ code, name, pos }: YAMLError, text: string): boolean {
  return code === 'TAG_RESOLVE_FAILED' && name === 'YAMLWarning' && isShortTag(tagAt(text, pos[0]))
}

function documentStart(text: string, document: YamlDocument): number {
  const marker = text.lastIndexOf('---', document.contents?.range[0] ?? document.range[0])
  return marker < 0 ? document.range[0] : marker
}

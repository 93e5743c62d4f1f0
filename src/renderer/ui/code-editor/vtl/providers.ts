import type { editor, IRange, languages } from 'monaco-editor/editor'
import type { EditorSpan } from '../code-editor-props'
import type { Monaco } from '../load-monaco'
import { completeVtl } from './complete'
import type { Completion } from './completion'
import { foldingOf } from './folding'
import { hoverVtl } from './hover'
import { sampleOf } from './sample'

/** Register what the pure functions beside this file know, for all texts of the language 'vtl'. Called once. */
export function provideVtl(monaco: Monaco): void {
  monaco.languages.registerCompletionItemProvider('vtl', {
    triggerCharacters: ['$', '.', '#', "'", '"', '{', '!'],
    provideCompletionItems(model, position) {
      const found = completeVtl(model.getValue(), model.getOffsetAt(position), sampleOf(model))
      return { suggestions: found.map((each, index) => suggestion(monaco, each, index, rangeOf(model, each))) }
    },
  })
  monaco.languages.registerHoverProvider('vtl', {
    provideHover(model, position) {
      const found = hoverVtl(model.getValue(), model.getOffsetAt(position), sampleOf(model))
      if (found === null) return null
      const contents = [{ value: `\`\`\`vtl\n${found.title}\n\`\`\`` }, ...found.body.map(plainMarkdown)]
      return { contents, range: rangeOf(model, found) }
    },
  })
  monaco.languages.registerFoldingRangeProvider('vtl', {
    provideFoldingRanges: (model) => foldingOf(model.getValue()),
  })
}

function suggestion(monaco: Monaco, found: Completion, index: number, range: IRange): languages.CompletionItem {
  const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages
  const kinds = {
    variable: CompletionItemKind.Variable,
    method: CompletionItemKind.Method,
    field: CompletionItemKind.Field,
    property: CompletionItemKind.Property,
    directive: CompletionItemKind.Keyword,
  }
  return {
    label: { label: found.label, description: found.detail },
    kind: kinds[found.kind],
    documentation: plainMarkdown(found.doc),
    insertText: found.insert,
    range,
    // What stands in the replaced part has to match: the dollar sign is not in it, the dot of a path is.
    filterText: filterOf(found),
    sortText: String(index).padStart(4, '0'),
    ...(found.isSnippet ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
  }
}

function filterOf({ kind, label, insert, isSnippet }: Completion): string {
  if (kind === 'variable') return label.slice(1)
  return isSnippet ? label : insert
}

function rangeOf(model: editor.ITextModel, { start, end }: EditorSpan): IRange {
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)]
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  }
}

/** Text that Markdown shows as it is; it holds parts of the event. */
function plainMarkdown(text: string): { value: string } {
  return { value: text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, '\\$&') }
}

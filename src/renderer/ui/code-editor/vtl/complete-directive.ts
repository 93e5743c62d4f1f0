import type { EditorSpan } from '../code-editor-props'
import type { Completion } from './completion'
import { entryText } from './describe'
import { referenceGroup } from './members'

/** The directives, in place of the number sign and what follows it. */
export function completeDirective(span: EditorSpan): Completion[] {
  return referenceGroup('directives').entries.map((entry) => ({
    label: entry.name,
    kind: 'directive',
    detail: entry.signature,
    doc: entryText(entry).join('\n\n'),
    insert: entry.insert,
    isSnippet: true,
    ...span,
  }))
}

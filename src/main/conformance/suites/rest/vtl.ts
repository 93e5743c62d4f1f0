import { compareMembers, played, type CaseKind } from './case-kind'
import { renderedMembers, type TemplateCaseInput } from './template-text'

/** What a template renders for a payload. */
export const VTL_KIND: CaseKind = {
  name: 'vtl',
  play: (entry) =>
    played(entry.id, () => compareMembers(entry, renderedMembers(entry as unknown as TemplateCaseInput))),
}

/** The same inside of a request; expected `keys` are names in any order, with blanks between them in the output. */
export const VTL_CONTEXT_KIND: CaseKind = {
  name: 'vtl-context',
  play: (entry) =>
    played(entry.id, () => {
      const { keys, ...expect } = entry.expect ?? {}
      const sorted = Array.isArray(keys) ? { ...expect, keys: keys.map(String).sort() } : expect
      return compareMembers({ ...entry, expect: sorted }, renderedMembers(entry as unknown as TemplateCaseInput))
    }),
}

import { putTemplateCase } from '@shared/design/edits/put-template-case'
import { removeTemplateCase } from '@shared/design/edits/remove-template-case'
import { renameTemplateCase } from '@shared/design/edits/rename-template-case'
import type { TemplateCase, TemplateExpectation } from '@shared/design/mapping-template'
import type { TemplateOutcome } from '@shared/contract/template'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { activeTemplate, useTemplateStore } from '../../stores/template-store'
import { currentDraft } from './event-draft'
import { expectationOf } from './expectation-of'
import { freeName } from '../../ui/free-name'
import { renderSettled } from './render-loop'

export function whyNotSaveCase(): string | null {
  if (activeTemplate() === null) return 'Open a template first'
  return useTemplateStore.getState().shown === null ? 'The template has not been rendered yet' : null
}

/** A name that no case of the template on screen has yet. */
export function freeCaseName(wanted: string): string {
  return freeName(wanted, activeTemplate()?.template.cases.map(({ name }) => name) ?? [])
}

/** The event being tried saved under a name, with what the template makes of it now as what is expected. */
export async function saveCase(name: string): Promise<void> {
  const before = activeTemplate()
  await renderSettled()
  const active = activeTemplate()
  const draft = currentDraft()
  const { shown, setDraft } = useTemplateStore.getState()
  if (active === null || draft === null || shown === null || active.name !== before?.name) return
  put(`Save case ${name}`, active.name, { name, event: draft.event, expected: expectationOf(shown.answer.outcome) })
  setDraft(active.name, { event: draft.event, caseName: name })
}

function put(what: string, templateName: string, templateCase: TemplateCase): void {
  useDesignStore.getState().edit(what, (design) => putTemplateCase(design, templateName, templateCase))
}

/** What the template makes of a case is what is expected of it from now on. */
export function acceptOutput(templateName: string, templateCase: TemplateCase, outcome: TemplateOutcome): void {
  const expected: TemplateExpectation = expectationOf(outcome)
  editWithUndo({
    name: `Accept the output of ${templateCase.name}`,
    change: (design) => putTemplateCase(design, templateName, { ...templateCase, expected }),
    message: `The output is expected of ${templateCase.name} from now on`,
    code: 'case-accepted',
  })
}

/** The event being tried becomes the event of its case; what is expected stays. */
export function takeEvent(templateName: string, templateCase: TemplateCase): void {
  const draft = currentDraft()
  if (draft !== null)
    put(`Change the event of ${templateCase.name}`, templateName, { ...templateCase, event: draft.event })
}

export function renameCase(templateName: string, from: string, to: string): void {
  if (from === to) return
  useDesignStore.getState().edit(`Rename case ${from}`, (design) => renameTemplateCase(design, templateName, from, to))
  const { drafts, setDraft } = useTemplateStore.getState()
  const draft = drafts[templateName]
  if (draft?.caseName === from) setDraft(templateName, { ...draft, caseName: to })
}

export function duplicateCase(templateName: string, templateCase: TemplateCase): void {
  put(`Duplicate case ${templateCase.name}`, templateName, { ...templateCase, name: freeCaseName(templateCase.name) })
}

export function deleteCase(templateName: string, caseName: string): void {
  editWithUndo({
    name: `Delete case ${caseName}`,
    change: (design) => removeTemplateCase(design, templateName, caseName),
    message: `${caseName} is deleted`,
    code: 'case-deleted',
  })
}

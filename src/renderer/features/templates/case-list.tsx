import { useRef, type KeyboardEvent } from 'react'
import { useTemplateStore } from '../../stores/template-store'
import { ActionButton } from '../../ui/action-button'
import { EmptyState } from '../../ui/empty-state'
import { deleteCase } from './case-actions'
import { CaseRow } from './case-row'
import { loadCase } from './event-draft'
import { useDraft, useTemplateName, useTemplatePart } from './use-template'
import type { TemplateCase } from '@shared/design/mapping-template'

const NO_CASES: readonly TemplateCase[] = []

/** The saved cases of the template. Choosing one loads its event. */
export function CaseList() {
  const list = useRef<HTMLDivElement>(null)
  const templateName = useTemplateName() ?? ''
  const cases = useTemplatePart((template) => template.cases, NO_CASES)
  const { caseName } = useDraft()
  const chosen = Math.max(
    0,
    cases.findIndex((each) => each.name === caseName),
  )

  function focusRow(index: number): void {
    const rows = list.current?.querySelectorAll<HTMLElement>('[role="row"]')
    rows?.[Math.min(rows.length - 1, Math.max(0, index))]?.focus()
  }
  function onKeyDown(event: KeyboardEvent): void {
    const row = event.target instanceof HTMLElement && event.target.role === 'row' ? event.target : null
    const at = Number(row?.dataset['index'] ?? -1)
    const found = cases[at]
    if (row === null || found === undefined) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cases.length - 1 }[event.key]
    if (to !== undefined) focusRow(to)
    else if (event.key === 'Enter' || event.key === ' ') loadCase(templateName, found.name)
    else if (event.key === 'Delete') {
      deleteCase(templateName, found.name)
      requestAnimationFrame(() => focusRow(at))
    } else return
    event.preventDefault()
  }

  if (cases.length === 0) {
    return (
      <EmptyState
        title="No cases yet"
        actions={
          <ActionButton onClick={() => useTemplateStore.getState().openDialog('save-case')}>Save as case</ActionButton>
        }
      >
        A case keeps an event with the output it must give.
      </EmptyState>
    )
  }
  return (
    <div className="gw-tpl-cases" role="grid" aria-label="Cases" ref={list} onKeyDown={onKeyDown}>
      {cases.map((each, index) => (
        <CaseRow
          key={each.name}
          templateName={templateName}
          templateCase={each}
          index={index}
          isShown={each.name === caseName}
          isTabStop={index === chosen}
        />
      ))}
    </div>
  )
}

import { useMemo } from 'react'
import type { Diagnostic, Severity } from '@shared/diagnostic'
import { useDesignStore } from '../../stores/design-store'
import { goToField } from '../../stores/go-to-field'
import { placeOfPointer } from '../../stores/place-of-pointer'
import { DataTable, type Column } from '../../ui/data-table'
import { LADDER_LABELS } from '../../ui/pipeline/ladder-step'
import { SeverityIcon } from '../../ui/pipeline/ladder-step-row'
import { toast } from '../../ui/toast'

interface ProblemRow extends Diagnostic {
  readonly key: string
  readonly place: string
}

const COLUMNS: readonly Column<ProblemRow>[] = [
  {
    key: 'problem',
    label: 'Problem',
    width: 'minmax(240px, 4fr)',
    render: (row) => (
      <span className="gw-problem" title={row.message}>
        <SeverityIcon severity={row.severity} />
        <span className="gw-hidden">{row.severity}: </span>
        <span className="gw-problem-text">{row.message}</span>
      </span>
    ),
  },
  { key: 'place', label: 'Place', width: 'minmax(140px, 2fr)', render: (row) => row.place },
  { key: 'rule', label: 'Rule', width: 'minmax(140px, 1.5fr)', mono: true, render: (row) => row.code },
]

const RANK: { readonly [severity in Severity]: number } = { error: 0, warning: 1, info: 2 }

/** What the checks of the design say, the gravest first. A row leads to the field. */
export function ProblemsTable({ filter }: { readonly filter: string }) {
  const diagnostics = useDesignStore((state) => state.diagnostics)
  const rows = useMemo(() => rowsOf(diagnostics, filter), [diagnostics, filter])
  return (
    <DataTable
      label="Problems"
      testId="problems-table"
      rowTestId="problem-row"
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => row.key}
      rowAttributes={(row) => ({ 'data-rule': row.code })}
      onRowClick={open}
      empty={diagnostics.length === 0 ? 'No problems.' : 'No problem contains these words.'}
    />
  )
}

function rowsOf(diagnostics: readonly Diagnostic[], filter: string): ProblemRow[] {
  const { design } = useDesignStore.getState()
  const words = filter.toLowerCase().trim()
  const placeOf = (pointer: string): string => {
    const place = design === null ? null : placeOfPointer(design, pointer)
    if (place === null) return pointer
    const name = place.tab.key === '' ? place.tab.kind.replaceAll('-', ' ') : place.tab.key
    return place.step === null ? name : `${name}, ${LADDER_LABELS[place.step].toLowerCase()}`
  }
  return diagnostics
    .map((diagnostic, index) => ({ ...diagnostic, key: String(index), place: placeOf(diagnostic.pointer) }))
    .filter((row) => words === '' || `${row.message} ${row.place} ${row.code}`.toLowerCase().includes(words))
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
}

function open(row: ProblemRow): void {
  if (!goToField(row.pointer)) toast({ message: `Nothing in the window edits ${row.pointer}`, code: 'no-editor' })
}

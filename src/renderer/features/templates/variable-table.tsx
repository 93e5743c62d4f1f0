import { useMemo } from 'react'
import type { TemplateStep } from '@shared/contract/template'
import { useTemplateStore } from '../../stores/template-store'
import { DataTable, type Column } from '../../ui/data-table'
import { formatCount } from '../../ui/format'
import { foldVariables, type VariableRow } from './fold-variables'

const COLUMNS: readonly Column<VariableRow>[] = [
  {
    key: 'name',
    label: 'Name',
    width: 'minmax(96px, 1fr)',
    mono: true,
    render: ({ name, isChanged }) => (
      <span className="gw-tpl-variable" data-changed={isChanged || undefined} title={name}>
        {name}
      </span>
    ),
  },
  {
    key: 'type',
    label: 'Type',
    width: 'minmax(72px, 0.6fr)',
    render: ({ type, size }) => (size === null ? type : `${type}, ${formatCount(size)}`),
  },
  {
    key: 'value',
    label: 'Value',
    width: 'minmax(120px, 2.4fr)',
    mono: true,
    render: ({ text, isChanged, isMissing }) => (
      <span
        data-changed={isChanged || undefined}
        data-missing={isMissing || undefined}
        className="gw-tpl-value"
        title={text}
      >
        {text}
        {isChanged && <span className="gw-hidden">, changed</span>}
      </span>
    ),
  },
]

const NO_STEPS: readonly TemplateStep[] = []

/** The variables where stepping stands; at the end of the render when it does not step. */
export function VariableTable() {
  const steps = useTemplateStore((state) => state.shown?.answer.recording?.steps ?? NO_STEPS)
  const cursor = useTemplateStore((state) => state.cursor)
  const rows = useMemo(() => foldVariables(steps, cursor ?? steps.length - 1).map(settled(cursor)), [steps, cursor])
  return (
    <DataTable
      label="Variables"
      rowTestId="variable-row"
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => row.name}
      rowAttributes={({ name, type, isChanged }) => ({
        'data-name': name,
        'data-type': type,
        'data-changed': String(isChanged),
      })}
      empty="No variables: nothing was set yet."
    />
  )
}

/** Without stepping nothing has just changed. */
function settled(cursor: number | null): (row: VariableRow) => VariableRow {
  return (row) => (cursor === null ? { ...row, isChanged: false } : row)
}

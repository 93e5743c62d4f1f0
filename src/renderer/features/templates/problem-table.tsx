import type { TemplateProblem } from '@shared/contract/template'
import { useTemplateStore } from '../../stores/template-store'
import { DataTable, type Column } from '../../ui/data-table'
import { SeverityIcon } from '../../ui/pipeline/ladder-step-row'

const COLUMNS: readonly Column<TemplateProblem>[] = [
  {
    key: 'problem',
    label: 'Problem',
    width: 'minmax(160px, 5fr)',
    render: ({ message, severity }) => (
      <span className="gw-tpl-problem" title={message}>
        <SeverityIcon severity={severity} />
        <span className="gw-hidden">{severity}: </span>
        <span>{message}</span>
      </span>
    ),
  },
  { key: 'line', label: 'Line', width: '44px', align: 'end', mono: true, render: ({ range }) => range.line },
  { key: 'column', label: 'Column', width: '60px', align: 'end', mono: true, render: ({ range }) => range.column },
  { key: 'code', label: 'Code', width: 'minmax(64px, 1.4fr)', mono: true, render: ({ code }) => code },
]

const NO_PROBLEMS: readonly TemplateProblem[] = []

/** What is wrong with the template, in order of place. A row leads there. */
export function ProblemTable() {
  const problems = useTemplateStore((state) => state.shown?.answer.problems ?? NO_PROBLEMS)
  return (
    <DataTable
      label="Problems"
      rowTestId="template-problem"
      columns={COLUMNS}
      rows={problems}
      rowKey={(problem) => `${problem.range.start} ${problem.range.end} ${problem.code} ${problem.message}`}
      rowAttributes={({ range, code, severity }) => ({
        'data-line': range.line,
        'data-column': range.column,
        'data-code': code,
        'data-severity': severity,
      })}
      onRowClick={(problem) => useTemplateStore.getState().ask({ kind: 'go-to', offset: problem.range.start })}
      empty="No problems."
    />
  )
}

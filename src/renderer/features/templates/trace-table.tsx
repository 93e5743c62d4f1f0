import { useMemo } from 'react'
import type { TemplateStep } from '@shared/contract/template'
import { useTemplateStore } from '../../stores/template-store'
import { DataTable, type Column } from '../../ui/data-table'
import { loopWords } from './loop-words'
import { stepWords } from './step-words'
import { isStop } from './step-at'

interface TraceRow {
  /** Place in the recording. */
  readonly index: number
  readonly step: TemplateStep
}

const COLUMNS: readonly Column<TraceRow>[] = [
  {
    key: 'line',
    label: 'Line',
    width: '48px',
    align: 'end',
    mono: true,
    render: ({ step }) => (step.source.line === 0 ? '' : step.source.line),
  },
  {
    key: 'what',
    label: 'What ran',
    width: 'minmax(140px, 2fr)',
    mono: true,
    render: ({ step }) => <span title={stepWords(step)}>{stepWords(step)}</span>,
  },
  {
    key: 'value',
    label: 'Value',
    width: 'minmax(96px, 1.6fr)',
    mono: true,
    render: ({ step: { value } }) =>
      value === undefined ? (
        ''
      ) : (
        <span className="gw-tpl-value" data-missing={value.type === 'missing' || undefined} title={value.text}>
          {value.type === 'missing' ? 'prints nothing' : value.text}
        </span>
      ),
  },
  {
    key: 'loops',
    label: 'Turn',
    width: 'minmax(96px, 1fr)',
    render: ({ step }) => <span title={loopWords(step.loops)}>{loopWords(step.loops)}</span>,
  },
]

const NO_STEPS: readonly TemplateStep[] = []

/** Every directive and reference that ran, in order. A row leads stepping there. */
export function TraceTable() {
  const steps = useTemplateStore((state) => state.shown?.answer.recording?.steps ?? NO_STEPS)
  const isCut = useTemplateStore((state) => state.shown?.answer.recording?.isCut ?? false)
  const cursor = useTemplateStore((state) => state.cursor)
  const rows = useMemo(() => steps.flatMap((step, index) => (isStop(step) ? [{ index, step }] : [])), [steps])
  return (
    <div className="gw-tpl-trace">
      {isCut && (
        <p className="gw-tpl-note">Only the first {steps.length.toLocaleString('en-US')} steps were recorded.</p>
      )}
      <div className="gw-tpl-trace-rows">
        <DataTable
          label="Trace"
          rowTestId="trace-row"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ index }) => String(index)}
          selectedKey={cursor === null ? null : String(cursor)}
          rowAttributes={({ index, step }) => ({
            'data-line': step.source.line,
            'data-column': step.source.column,
            'data-kind': step.kind,
            'data-step': index,
          })}
          onRowClick={({ index }) => useTemplateStore.getState().stepTo(index)}
          empty="Nothing ran: the template is plain text."
        />
      </div>
    </div>
  )
}

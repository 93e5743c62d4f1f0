import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { SeekAnswer, SeekRequest } from '@shared/contract/sweep'
import type { Scenario } from '@shared/design/scenario'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useSweepStore } from '../../stores/sweep-store'
import { DataTable, type Column } from '../../ui/data-table'
import { formatNumber } from '../../ui/format'
import { applySetting } from './apply-setting'
import { checkWords, metricValue } from './check-words'
import { seekWords } from './sweep-words'

type Trial = SeekAnswer['tried'][number]

/** What the search came to, and every value it tried. */
export function SeekResult() {
  const { isBusy, request, scenario, answer, failure } = useSweepStore((state) => state.seek)
  const state = isBusy ? 'busy' : failure ? 'failed' : answer ? 'done' : 'idle'
  return (
    <div className="gw-sweep-result" data-testid="seek-result" data-state={state} data-value={answer?.value ?? ''}>
      {failure && (
        <p className="gw-sweep-problem" role="alert">
          {failure}
        </p>
      )}
      {isBusy && (
        <p className="gw-sim-no-rows" role="status">
          Trying values: each is a run of the whole scenario …
        </p>
      )}
      {state === 'idle' && (
        <p className="gw-sim-no-rows">
          Say what has to hold. The search halves the range until it has the smallest value with which it does.
        </p>
      )}
      {answer && request && scenario && <Answer answer={answer} request={request} scenario={scenario} />}
    </div>
  )
}

interface AnswerProps {
  readonly answer: SeekAnswer
  readonly request: SeekRequest
  readonly scenario: Scenario
}

function Answer({ answer, request, scenario }: AnswerProps) {
  const { value } = answer
  return (
    <>
      <div className="gw-sweep-chosen" role="status">
        <p>
          <b>{seekWords(request.axis.label, request.to, answer)}</b>
        </p>
        {value !== null && (
          <Button data-testid="seek-apply" onClick={() => apply(scenario, request, value)}>
            Apply {formatNumber(value)}
          </Button>
        )}
      </div>
      <div className="gw-sweep-table">
        <DataTable
          label="Values tried"
          testId="seek-tried"
          rowTestId="seek-row"
          columns={columnsOf(request)}
          rows={answer.tried}
          rowKey={(trial) => String(trial.value)}
          rowAttributes={(trial) => ({ 'data-value': trial.value, 'data-holds': String(trial.holds) })}
        />
      </div>
    </>
  )
}

function columnsOf({ axis, conditions }: SeekRequest): readonly Column<Trial>[] {
  return [
    {
      key: 'value',
      label: axis.label,
      align: 'end',
      width: 'minmax(150px, 1.4fr)',
      render: ({ value }) => formatNumber(value),
    },
    ...conditions.map((condition, index): Column<Trial> => ({
      key: `${index}`,
      label: checkWords(condition),
      align: 'end',
      width: 'minmax(150px, 1.6fr)',
      render: ({ actual }) => metricValue(condition.metric, actual[index] ?? NaN),
    })),
    { key: 'holds', label: 'Holds', width: '90px', render: ({ holds }) => <Holds holds={holds} /> },
  ]
}

function Holds({ holds }: { readonly holds: boolean }) {
  const Icon = holds ? IconCircleCheck : IconCircleX
  return (
    <span className="gw-seek-holds" data-holds={holds}>
      <Icon size={14} stroke={1.6} aria-hidden="true" /> {holds ? 'yes' : 'no'}
    </span>
  )
}

function apply(scenario: Scenario, { axis }: SeekRequest, value: number): void {
  const words = `${axis.label} ${formatNumber(value)}`
  editWithUndo({
    name: `Apply ${words}`,
    change: (design) => applySetting(design, scenario, [{ pointer: axis.pointer, value }]),
    message: `Applied: ${words}`,
    code: 'seek-applied',
  })
}

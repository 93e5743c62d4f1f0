import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { RequestFilter } from '@shared/contract/simulation'
import { patchMembers } from '@shared/design/edits/update-in'
import type { Scenario } from '@shared/design/scenario'
import { OUTCOMES, type OutcomeName } from '@shared/outcome'
import { useFoundRequestsStore } from '../../stores/found-requests-store'
import { useRunStore } from '../../stores/run-store'
import { ActionButton } from '../../ui/action-button'
import { useChartCursor } from '../../ui/charts/chart-cursor'
import { timeLabel } from '../../ui/charts/time-label'
import { ChartSelect } from './chart-select'
import { OUTCOME_WORDS } from './outcome-words'
import { choiceOf, outcomesOf, withRange } from './request-filter'
import { SAMPLE_FILTERS } from './table-rows'

const ANY = { value: '', label: 'All' }
const OUTCOME_OPTIONS = [
  { value: '', label: 'All outcomes' },
  ...SAMPLE_FILTERS.filter(({ value }) => value !== 'all'),
  ...OUTCOMES.map((value: OutcomeName) => ({ value, label: OUTCOME_WORDS[value] })),
]

/** What the requests must have been, and the search for them. */
export function RequestFilterBar() {
  const filter = useFoundRequestsStore((state) => state.filter)
  const change = useFoundRequestsStore((state) => state.change)
  const scenario = useRunStore((state) => state.scenario)
  const set = (patch: Partial<RequestFilter>): void => change(patchMembers(filter, patch))
  return (
    <div className="gw-sim-find" role="search" aria-label="Find requests">
      <Range filter={filter} onChange={change} />
      {PARTS.map(({ member, label, short, namesOf }) => (
        <Labelled key={member} label={short}>
          <ChartSelect
            label={label}
            value={filter[member] ?? ''}
            options={optionsOf(scenario === null ? [] : namesOf(scenario))}
            onChange={(value) => set({ [member]: value === '' ? undefined : value })}
          />
        </Labelled>
      ))}
      <Labelled label="Outcome">
        <ChartSelect
          label="Outcome"
          value={choiceOf(filter.outcomes)}
          options={OUTCOME_OPTIONS}
          onChange={(value) => set({ outcomes: outcomesOf(value) })}
        />
      </Labelled>
      <FindButton />
    </div>
  )
}

/** What of a request is chosen by its name, and the names there are in a scenario. */
const PARTS: readonly {
  readonly member: 'routeKey' | 'apiKey' | 'source'
  readonly label: string
  readonly short: string
  namesOf(scenario: Scenario): readonly string[]
}[] = [
  {
    member: 'routeKey',
    label: 'Route',
    short: 'Route',
    namesOf: ({ sources }) => sources.flatMap(({ routes }) => Object.keys(routes)),
  },
  {
    member: 'apiKey',
    label: 'API key',
    short: 'Key',
    namesOf: ({ sources }) => sources.flatMap(({ apiKeys }) => apiKeys?.names ?? []),
  },
  { member: 'source', label: 'Source', short: 'Source', namesOf: ({ sources }) => sources.map(({ name }) => name) },
]

function optionsOf(names: readonly string[]) {
  return [ANY, ...[...new Set(names)].map((value) => ({ value, label: value }))]
}

function FindButton() {
  const runId = useRunStore((state) => state.runId)
  const isRunning = useRunStore((state) => state.phase === 'running')
  const isBusy = useFoundRequestsStore((state) => state.isBusy)
  return (
    <ActionButton
      testId="sim-find-run"
      size="compact-sm"
      disabledReason={runId === null ? 'Run the scenario first' : isRunning ? 'Pause the run first' : null}
      attributes={{ 'aria-busy': isBusy }}
      onClick={() => {
        if (runId !== null) useFoundRequestsStore.getState().find(runId)
      }}
    >
      Find
    </ActionButton>
  )
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className="gw-sim-find-part">
      <span className="gw-sim-note" aria-hidden="true">
        {label}
      </span>
      {children}
    </span>
  )
}

/** The stretch that was chosen by dragging across a chart; from then on it is the filter's. */
function Range({ filter, onChange }: { readonly filter: RequestFilter; onChange(filter: RequestFilter): void }) {
  const cursor = useChartCursor()
  const durationMs = useRunStore((state) => state.snapshot?.durationMs ?? 0)
  if (filter.fromMs === undefined || filter.toMs === undefined) {
    return <span className="gw-sim-note">All of the run</span>
  }
  return (
    <span className="gw-sim-find-part">
      <span className="gw-numbers" data-testid="sim-range" data-from-ms={filter.fromMs} data-to-ms={filter.toMs}>
        {timeLabel(filter.fromMs, durationMs)} to {timeLabel(filter.toMs, durationMs)}
      </span>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => {
          cursor.setState({ range: null })
          onChange(withRange(filter, null))
        }}
      >
        All
      </Button>
    </span>
  )
}

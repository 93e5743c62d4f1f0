import { Button } from '@mantine/core'
import type { Scenario, ScenarioCheck } from '@shared/design/scenario'
import type { SeekRequest } from '@shared/contract/sweep'
import { useDesignStore } from '../../stores/design-store'
import { useSweepStore } from '../../stores/sweep-store'
import { ActionButton } from '../../ui/action-button'
import { NumberField } from '../../ui/fields'
import { AddButton, RemoveButton } from './add-button'
import { AxisFields } from './axis-fields'
import { CheckEditor } from './check-editor'
import { checkWords } from './check-words'
import { SeekResult } from './seek-result'
import { patchSweepForm, useSweepForm } from './sweep-form-store'
import { useApi } from './use-scenario'
import { chosenAxis, useSweepSettings, type ChosenAxis } from './use-sweep-settings'

const NEW_CONDITION: ScenarioCheck = { metric: 'latencyP99', operator: '<=', value: 500 }

/** The smallest value of a setting with which every condition holds. */
export function SeekView({ scenario }: { readonly scenario: Scenario }) {
  const settings = useSweepSettings(scenario)
  const form = useSweepForm()
  const axis = chosenAxis(settings, form.sought)
  return (
    <div className="gw-sweep-body">
      <div className="gw-sweep-form">
        <AxisFields
          label="Smallest"
          testId="seek-setting"
          hasStep={false}
          settings={settings}
          scenario={scenario}
          draft={axis?.draft ?? form.sought}
          onChange={(sought) => patchSweepForm({ sought })}
        />
        <Conditions scenario={scenario} conditions={form.conditions} />
        <NumberField
          label="Seeds"
          min={1}
          max={100}
          integer
          required
          value={form.seekSeeds}
          pointer="/seek/seeds"
          help="The mean over the seeds must hold."
          onChange={(seekSeeds = 1) => patchSweepForm({ seekSeeds })}
        />
        <SeekButton scenario={scenario} axis={axis} />
      </div>
      <SeekResult />
    </div>
  )
}

interface ConditionsProps {
  readonly scenario: Scenario
  readonly conditions: readonly ScenarioCheck[]
}

function Conditions({ scenario, conditions }: ConditionsProps) {
  const api = useApi()
  const keys = useDesignStore((state) => state.design?.apiKeys) ?? []
  if (api === undefined) return null
  const put = (next: readonly ScenarioCheck[]): void => patchSweepForm({ conditions: next })
  return (
    <fieldset className="gw-sim-part">
      <legend>So that</legend>
      {conditions.map((condition, index) => (
        <div key={index} className="gw-seek-condition" role="group" aria-label={checkWords(condition)}>
          <CheckEditor
            api={api}
            check={condition}
            keyNames={keys.map(({ name }) => name)}
            pointer={`/seek/conditions/${index}`}
            onChange={(next) => put(conditions.with(index, next))}
          />
          <RemoveButton label={`Remove ${checkWords(condition)}`} onClick={() => put(conditions.toSpliced(index, 1))} />
        </div>
      ))}
      <div className="gw-sim-item">
        <span className="gw-sim-note">
          {conditions.length === 0 ? 'Nothing has to hold yet.' : 'All of them must hold.'}
        </span>
        <span className="gw-sim-item-actions">
          {(scenario.checks?.length ?? 0) > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => put(scenario.checks ?? [])}>
              Use the checks
            </Button>
          )}
          <AddButton label="Add condition" onClick={() => put([...conditions, NEW_CONDITION])} />
        </span>
      </div>
    </fieldset>
  )
}

function SeekButton({ scenario, axis }: { readonly scenario: Scenario; readonly axis: ChosenAxis | null }) {
  const isBusy = useSweepStore((state) => state.seek.isBusy)
  const { conditions, seekSeeds } = useSweepForm()
  const problem = seekProblem(axis, conditions)
  return (
    <div className="gw-sweep-actions">
      <ActionButton
        variant="filled"
        testId="seek-start"
        disabledReason={isBusy ? 'The search is under way' : problem}
        onClick={() => {
          if (axis !== null)
            void useSweepStore.getState().findSmallest(scenario, requestOf(axis, conditions, seekSeeds))
        }}
      >
        {isBusy ? 'Searching …' : 'Find the smallest'}
      </ActionButton>
      {problem && <p className="gw-sweep-problem">{problem}</p>}
    </div>
  )
}

function seekProblem(axis: ChosenAxis | null, conditions: readonly ScenarioCheck[]): string | null {
  if (axis === null) return 'Nothing of this scenario can be tried'
  if (axis.setting.missing) return `Give ${axis.setting.missing.routeKey} its own limit first`
  if (axis.range.to < axis.range.from) return 'The range ends before it begins'
  return conditions.length === 0 ? 'Add a condition first' : null
}

function requestOf(
  { setting: { pointer, label }, range: { from, to } }: ChosenAxis,
  conditions: readonly ScenarioCheck[],
  seeds: number,
): SeekRequest {
  return { axis: { pointer, label }, from, to, conditions, seeds }
}

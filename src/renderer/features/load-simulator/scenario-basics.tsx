import type { Api } from '@shared/design/api'
import { NumberField, SelectField } from '../../ui/fields'
import type { ScenarioInUse } from './use-scenario'

/** The longest run: a week, the time a quota may span. Seconds. */
const MAX_LENGTH = 604_800

/** Length, seed and stage. */
export function ScenarioBasics({ api, scenario, pointer, change }: ScenarioInUse & { readonly api: Api }) {
  const stages = Object.keys(api.stages)
  const isKnownStage = stages.includes(scenario.stage)
  return (
    <div className="gw-sim-basics">
      <div data-testid="scenario-length">
        <NumberField
          label="Length"
          unit="s"
          min={1}
          max={MAX_LENGTH}
          required
          value={scenario.durationInSeconds}
          pointer={`${pointer}/durationInSeconds`}
          onChange={(durationInSeconds = 1) =>
            change({ ...scenario, durationInSeconds }, `${pointer}/durationInSeconds`)
          }
        />
      </div>
      <div data-testid="scenario-seed">
        <NumberField
          label="Seed"
          min={0}
          max={Number.MAX_SAFE_INTEGER}
          integer
          required
          value={scenario.seed}
          pointer={`${pointer}/seed`}
          onChange={(seed = 0) => change({ ...scenario, seed }, `${pointer}/seed`)}
        />
      </div>
      <SelectField
        label="Stage"
        value={scenario.stage}
        options={[...stages, ...(isKnownStage ? [] : [scenario.stage])].map((stage) => ({
          value: stage,
          label: stage,
        }))}
        error={isKnownStage ? undefined : 'Not a stage of this API'}
        pointer={`${pointer}/stage`}
        onChange={(stage) => change({ ...scenario, stage }, `${pointer}/stage`)}
      />
    </div>
  )
}

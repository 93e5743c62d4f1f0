import { Button } from '@mantine/core'
import { SCENARIO_METRICS, type Scenario } from '@shared/design/scenario'
import type { SweepRequest } from '@shared/contract/sweep'
import { useSweepStore } from '../../stores/sweep-store'
import { ActionButton } from '../../ui/action-button'
import { DiagnosticList } from '../../ui/diagnostic-list'
import { NumberField } from '../../ui/fields'
import { AxisFields } from './axis-fields'
import { axisValues } from './axis-values'
import { patchSweepForm, useSweepForm } from './sweep-form-store'
import { SweepResult } from './sweep-result'
import { planWords, progressWords } from './sweep-words'
import { axisProblem, chosenAxis, useSweepSettings, type ChosenAxis } from './use-sweep-settings'

const MAX_RUNS = 2000
const NO_SECOND = { pointer: '', range: null }

/** What to try on the left, what came out on the right. */
export function SweepView({ scenario }: { readonly scenario: Scenario }) {
  const settings = useSweepSettings(scenario)
  const form = useSweepForm()
  const first = chosenAxis(settings, form.first)
  const second = form.second === null ? null : chosenAxis(settings, form.second, true)
  const axes = [first, second].filter((axis) => axis !== null)
  const request = requestOf(axes, form.seeds, form.durationInSeconds)
  return (
    <div className="gw-sweep-body">
      <div className="gw-sweep-form">
        <AxisFields
          label="Setting"
          testId="sweep-first"
          settings={settings}
          scenario={scenario}
          draft={first?.draft ?? form.first}
          onChange={(draft) => patchSweepForm({ first: draft, chosen: null })}
        />
        <AxisFields
          label="Second setting"
          testId="sweep-second"
          none="None"
          settings={settings}
          scenario={scenario}
          draft={second?.draft ?? NO_SECOND}
          onChange={(draft) => patchSweepForm({ second: draft.pointer === '' ? null : draft, chosen: null })}
        />
        <RunFields scenario={scenario} />
        <SweepButtons scenario={scenario} request={request} problem={problemOf(axes, request)} />
        <SweepState />
      </div>
      <SweepResult />
    </div>
  )
}

/** How often each combination runs, and for how long. */
function RunFields({ scenario }: { readonly scenario: Scenario }) {
  const seeds = useSweepForm((state) => state.seeds)
  const durationInSeconds = useSweepForm((state) => state.durationInSeconds)
  return (
    <>
      <div className="gw-sweep-range">
        <NumberField
          label="Seeds"
          min={1}
          max={100}
          integer
          required
          value={seeds}
          pointer="/sweep/seeds"
          onChange={(next = 1) => patchSweepForm({ seeds: next })}
        />
        <NumberField
          label="Length"
          unit="s"
          min={1}
          placeholder={String(scenario.durationInSeconds)}
          value={durationInSeconds}
          pointer="/sweep/durationInSeconds"
          onChange={(next) => patchSweepForm({ durationInSeconds: next })}
        />
      </div>
      <p className="gw-sim-note">
        More seeds show how much is chance: an interval that holds the true mean with 95 % confidence.
      </p>
    </>
  )
}

function requestOf(axes: readonly ChosenAxis[], seeds: number, durationInSeconds: number | undefined): SweepRequest {
  return {
    axes: axes.map(({ setting: { pointer, label }, range }) => ({ pointer, label, values: axisValues(range) })),
    metrics: SCENARIO_METRICS,
    seeds,
    ...(durationInSeconds === undefined ? {} : { durationInSeconds }),
  }
}

/** Why the sweep cannot begin; null when it can. */
function problemOf(axes: readonly ChosenAxis[], { axes: asked, seeds = 1 }: SweepRequest): string | null {
  if (axes.length === 0) return 'Nothing of this scenario can be tried'
  const [first, second] = axes
  if (first?.setting.pointer === second?.setting.pointer) return 'Choose two different settings'
  const wrong = axes.map(axisProblem).find((problem) => problem !== null)
  if (wrong) return wrong
  const runs = asked.reduce((product, { values }) => product * values.length, seeds)
  return runs > MAX_RUNS ? `${runs.toLocaleString('en-US')} runs are too many: at most 2,000` : null
}

interface SweepButtonsProps {
  readonly scenario: Scenario
  readonly request: SweepRequest
  readonly problem: string | null
}

function SweepButtons({ scenario, request, problem }: SweepButtonsProps) {
  const isRunning = useSweepStore((state) => state.phase === 'running')
  return (
    <div className="gw-sweep-actions">
      <p className="gw-sim-note">{planWords(request, scenario.durationInSeconds)}</p>
      {isRunning ? (
        <Button data-testid="sweep-cancel" onClick={() => void useSweepStore.getState().cancel()}>
          Cancel sweep
        </Button>
      ) : (
        <ActionButton
          variant="filled"
          testId="sweep-start"
          disabledReason={problem}
          onClick={() => {
            patchSweepForm({ chosen: null })
            void useSweepStore.getState().start(scenario, request)
          }}
        >
          Start sweep
        </ActionButton>
      )}
      {problem && <p className="gw-sweep-problem">{problem}</p>}
    </div>
  )
}

function SweepState() {
  const { phase, done, total, failure, diagnostics } = useSweepStore()
  if (phase === 'idle') return null
  return (
    <div data-testid="sweep-state" data-state={phase} data-done={done} data-total={total}>
      {phase === 'failed' ? (
        <div role="alert" className="gw-sweep-problem">
          {failure}
          <DiagnosticList diagnostics={diagnostics} />
        </div>
      ) : (
        <>
          <div
            className="gw-sim-progress"
            role="progressbar"
            aria-label="Sweep"
            aria-valuemin={0}
            aria-valuemax={total}
            aria-valuenow={done}
          >
            <div style={{ transform: `scaleX(${total > 0 ? done / total : 0})` }} />
          </div>
          <p className="gw-sim-note" role="status">
            {phase === 'running'
              ? progressWords(done, total)
              : `${phase === 'done' ? 'Done' : 'Cancelled'}: ${progressWords(done, total)}`}
          </p>
        </>
      )}
    </div>
  )
}

import type { ChangeEvent, KeyboardEvent } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { useMomentStore } from '../../stores/moment-store'
import { useRunStore } from '../../stores/run-store'
import { timeLabel } from '../../ui/charts/time-label'
import { eventWords } from './event-words'
import { useScenario } from './use-scenario'
import { useSnapshot } from './use-snapshot'

/** Where the run is, what is on its timeline, and a way back to any instant that has passed. */
export function Scrubber() {
  const snapshot = useSnapshot()
  const atMs = useMomentStore((state) => state.atMs)
  const shown = useScenario()?.scenario
  const durationMs = snapshot?.durationMs ?? (shown?.durationInSeconds ?? 300) * 1000
  const nowMs = snapshot?.nowMs ?? 0
  const value = atMs ?? nowMs
  const text = `${timeLabel(value, durationMs)} of ${timeLabel(durationMs, durationMs)}${atMs === null ? '' : ', looking back'}`
  const isOff = snapshot === null
  return (
    <>
      <div className="gw-sim-scrub" data-back={atMs !== null || undefined}>
        <div className="gw-sim-scrub-track" aria-hidden="true">
          <div style={{ transform: `scaleX(${nowMs / durationMs})` }} />
        </div>
        <Marks durationMs={durationMs} />
        <input
          type="range"
          data-testid="sim-scrub"
          aria-label="Time"
          aria-valuetext={text}
          aria-disabled={isOff || undefined}
          title={isOff ? 'Run the scenario first' : undefined}
          min={0}
          max={durationMs}
          step={snapshot?.stepMs ?? 1000}
          value={value}
          onChange={scrub}
          onKeyDown={onKeyDown}
        />
      </div>
      <span className="gw-sim-time" data-testid="sim-time" data-time-ms={value}>
        <b>{timeLabel(value, durationMs)}</b> of {timeLabel(durationMs, durationMs)}
      </span>
    </>
  )
}

/** The end of what has passed is live again. */
function scrub(event: ChangeEvent<HTMLInputElement>): void {
  const { snapshot, runId } = useRunStore.getState()
  if (snapshot === null || runId === null) return
  const wanted = Number(event.currentTarget.value)
  const moment = useMomentStore.getState()
  if (wanted >= snapshot.nowMs) moment.live()
  else moment.show(runId, wanted)
}

/** Keys that do something else on this screen keep their meaning as long as the slider has no use for them. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.key === 'Escape' && useMomentStore.getState().atMs !== null) {
    event.stopPropagation()
    useMomentStore.getState().live()
  }
}

const NO_PLANS: readonly { readonly id: string; readonly name: string }[] = []

function Marks({ durationMs }: { readonly durationMs: number }) {
  const ran = useRunStore((state) => state.scenario)
  const shown = useScenario()?.scenario
  const plans = useDesignStore((state) => state.design?.usagePlans) ?? NO_PLANS
  const events = (ran ?? shown)?.events ?? []
  return events
    .filter(({ at }) => at * 1000 <= durationMs)
    .map((event, index) => (
      <span
        key={index}
        className="gw-sim-mark"
        data-testid="sim-mark"
        data-at={event.at}
        title={`${timeLabel(event.at * 1000, durationMs)} ${eventWords(event, plans)}`}
        style={{ left: `${(event.at * 100_000) / durationMs}%` }}
      />
    ))
}

import { useRunStore, type RunState } from '../../stores/run-store'
import { kpiValues } from './kpi-values'
import { endSentence } from './run-words'

/** Tells assistive technology, once, how a run ended. A running simulation is silent. */
export function RunAnnouncer() {
  const sentence = useRunStore(sentenceOf)
  return (
    <p className="gw-hidden" role="status">
      {sentence}
    </p>
  )
}

function sentenceOf({ phase, snapshot }: RunState): string {
  const isOver = phase === 'done' || phase === 'cancelled'
  return isOver && snapshot !== null ? endSentence(phase, kpiValues(snapshot.totals)) : ''
}

import { useEffect, useState } from 'react'
import { useRunStore } from '../../stores/run-store'
import { kpiValues } from './kpi-values'
import { endSentence } from './run-words'

/** Tells assistive technology, once, how a run ended. A running simulation is silent. */
export function RunAnnouncer() {
  const phase = useRunStore((state) => state.phase)
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    const { snapshot } = useRunStore.getState()
    const isOver = phase === 'done' || phase === 'cancelled'
    setSentence(isOver && snapshot ? endSentence(phase, kpiValues(snapshot.totals)) : '')
  }, [phase])
  return (
    <p className="gw-hidden" role="status">
      {sentence}
    </p>
  )
}

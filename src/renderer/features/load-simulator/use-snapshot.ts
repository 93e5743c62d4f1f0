import { useEffect, useState } from 'react'
import type { Snapshot } from '@shared/contract/snapshot'
import { useRunStore } from '../../stores/run-store'
import { useUiStore } from '../../stores/ui-store'
import { FrameQueue } from './frame-queue'

/** At most ten changes a second, two with reduced motion. Milliseconds. */
function updateGapMs(): number {
  const isReduced =
    useUiStore.getState().settings.motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches
  return isReduced ? 500 : 100
}

const updates = new FrameQueue(
  { requestFrame: (callback) => requestAnimationFrame(callback), now: () => performance.now() },
  updateGapMs,
)

/**
 * The latest snapshot for one part of the screen. While a run streams, the parts take turns, one a frame, and a part that is not seen
 * waits; when the run is over, everything shows the last snapshot at once.
 */
export function useSnapshot(isSeen = true): Snapshot | null {
  const [snapshot, setSnapshot] = useState(() => useRunStore.getState().snapshot)
  useEffect(() => {
    const show = (): void => setSnapshot(useRunStore.getState().snapshot)
    show()
    const unsubscribe = useRunStore.subscribe(({ phase, snapshot: next }, before) => {
      if (phase !== 'running' || next === null) {
        updates.remove(show)
        show()
      } else if (isSeen && next !== before.snapshot) {
        updates.add(show)
      }
    })
    return () => {
      unsubscribe()
      updates.remove(show)
    }
  }, [isSeen])
  return snapshot
}

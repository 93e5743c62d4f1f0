import { useMemo } from 'react'
import type { SnapshotRow, SnapshotTotals } from '@shared/contract/snapshot'
import { useMomentStore } from '../../stores/moment-store'
import { useSnapshot } from './use-snapshot'

/** The figures and tables on screen: of the run's latest state, or of the instant that a person looks at. */
export interface Shown {
  readonly totals: SnapshotTotals
  readonly routes: readonly SnapshotRow[]
  readonly apiKeys: readonly SnapshotRow[]
  readonly atMs: number
  readonly durationMs: number
  /** Of an instant that was asked for before: the right figures are on their way. */
  readonly isStale: boolean
  /** The run's latest state. */
  readonly isLive: boolean
}

export function useShown(): Shown | null {
  const snapshot = useSnapshot()
  const atMs = useMomentStore((state) => state.atMs)
  const tables = useMomentStore((state) => state.tables)
  const isStale = useMomentStore((state) => state.isBusy)
  return useMemo(() => {
    if (snapshot === null) return null
    const isLive = atMs === null
    const { totals, routes, apiKeys } = (isLive ? null : tables) ?? snapshot
    const { nowMs, durationMs } = snapshot
    return { totals, routes, apiKeys, atMs: atMs ?? nowMs, durationMs, isStale: !isLive && isStale, isLive }
  }, [snapshot, atMs, tables, isStale])
}

import type { SnapshotSeries } from './chart-series'

export const CONNECTION_SERIES: readonly SnapshotSeries[] = [
  { key: 'connections', label: 'open', draw: 'line', colour: 'outcome-served', width: 1.75 },
]

/** Handshakes a second. */
export const HANDSHAKE_SERIES: readonly SnapshotSeries[] = [
  { key: 'connects', label: 'accepted', draw: 'area', colour: 'outcome-served' },
  { key: 'connectsRefused', label: 'refused', draw: 'area', colour: 'outcome-throttled', pattern: 'diagonal' },
]

export const MESSAGE_SERIES: readonly SnapshotSeries[] = [
  { key: 'messagesOut', label: 'out', draw: 'line', colour: 'outcome-cache-hit', width: 1.75 },
  { key: 'messagesIn', label: 'in', draw: 'line', colour: 'outcome-served', width: 1.75, dash: '5 3' },
]

export const LOSS_SERIES: readonly SnapshotSeries[] = [
  { key: 'messagesThrottled', label: 'messages throttled', draw: 'line', colour: 'outcome-throttled', width: 1.75 },
  { key: 'gonePosts', label: 'posts answered 410', draw: 'line', colour: 'outcome-error', width: 1.75, dash: '5 3' },
]

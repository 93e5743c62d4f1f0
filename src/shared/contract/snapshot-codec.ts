import type { Snapshot, SnapshotRow, SnapshotTotals } from './snapshot'
import { SERIES_NAMES, THROTTLE_LEVELS } from './snapshot'
import type { WebSocketTotals } from './web-socket-figures'

/**
 * A snapshot as one binary message: a 32-bit length, a JSON header with the names and single figures (ASCII, padded to eight bytes),
 * then every series and table as 64-bit floats. Reading copies no numbers.
 */
export function encodeSnapshot(snapshot: Snapshot): ArrayBuffer {
  const { series, bucketSeries, totals, routes, apiKeys, samples, ...rest } = snapshot
  const header: Header = {
    ...rest,
    steps: series.offered.length,
    routeKeys: routes.map(({ key }) => key),
    apiKeyNames: apiKeys.map(({ key }) => key),
    samples: samples.length,
    ...(totals.webSocket && { webSocket: totals.webSocket }),
  }
  const text = asciiJson(header)
  const floatsAt = roundUp(4 + text.length)
  const numbers = [
    ...SERIES_NAMES.map((name) => series[name]),
    ...bucketSeries,
    totalsToNumbers(totals),
    ...[...routes, ...apiKeys].map(rowToNumbers),
    ...samples.map((one) => SAMPLE_MEMBERS.map((member) => one[member])),
  ]
  const frame = new ArrayBuffer(floatsAt + 8 * numbers.reduce((sum, part) => sum + part.length, 0))
  new DataView(frame).setUint32(0, text.length, true)
  new Uint8Array(frame, 4, text.length).set(Uint8Array.from(text, (character) => character.charCodeAt(0)))
  const floats = new Float64Array(frame, floatsAt)
  let at = 0
  for (const part of numbers) {
    floats.set(part, at)
    at += part.length
  }
  return frame
}

/** The series are views on `frame`. */
export function decodeSnapshot(frame: ArrayBuffer): Snapshot {
  const length = new DataView(frame).getUint32(0, true)
  const text = Array.from(new Uint8Array(frame, 4, length), (code) => String.fromCharCode(code)).join('')
  const { steps, routeKeys, apiKeyNames, samples, webSocket, ...rest } = JSON.parse(text) as Header
  const floats = new Float64Array(frame, roundUp(4 + length))
  let at = 0
  const take = (count: number): Float64Array => floats.subarray(at, (at += count))
  const series = Object.fromEntries(SERIES_NAMES.map((name) => [name, take(steps)])) as Record<
    (typeof SERIES_NAMES)[number],
    Float64Array
  >
  return {
    ...rest,
    series,
    bucketSeries: rest.buckets.map(() => take(steps)),
    totals: {
      ...totalsFromNumbers(take(TOTAL_MEMBERS.length + THROTTLE_LEVELS.length)),
      ...(webSocket && { webSocket }),
    },
    routes: routeKeys.map((key) => rowFromNumbers(key, take(ROW_MEMBERS.length))),
    apiKeys: apiKeyNames.map((key) => rowFromNumbers(key, take(ROW_MEMBERS.length))),
    samples: Array.from({ length: samples }, () => fromNumbers(SAMPLE_MEMBERS, take(SAMPLE_MEMBERS.length))),
  }
}

type Header = Omit<Snapshot, 'series' | 'bucketSeries' | 'totals' | 'routes' | 'apiKeys' | 'samples'> & {
  readonly steps: number
  readonly routeKeys: readonly string[]
  readonly apiKeyNames: readonly string[]
  readonly samples: number
  readonly webSocket?: WebSocketTotals
}

const TOTAL_MEMBERS = [
  'offered',
  'served',
  'cacheHit',
  'cacheMiss',
  'rejected',
  'denied',
  'throttled',
  'quotaExceeded',
  'blocked',
  'error',
  'authorizerCalls',
  'authorizerHits',
  'latencyP50',
  'latencyP95',
  'latencyP99',
] as const satisfies readonly Exclude<keyof SnapshotTotals, 'throttledByLevel' | 'webSocket'>[]

const ROW_MEMBERS = [
  'offered',
  'served',
  'cacheHit',
  'throttled',
  'quotaExceeded',
  'denied',
  'rejected',
  'error',
] as const satisfies readonly Exclude<keyof SnapshotRow, 'key'>[]

const SAMPLE_MEMBERS = ['requestId', 'atMs', 'route', 'apiKey', 'outcome', 'latencyMs'] as const

function totalsToNumbers(totals: SnapshotTotals): number[] {
  return [
    ...TOTAL_MEMBERS.map((member) => totals[member]),
    ...THROTTLE_LEVELS.map((level) => totals.throttledByLevel[level]),
  ]
}

function totalsFromNumbers(numbers: Float64Array): SnapshotTotals {
  const levels = numbers.subarray(TOTAL_MEMBERS.length)
  return { ...fromNumbers(TOTAL_MEMBERS, numbers), throttledByLevel: fromNumbers(THROTTLE_LEVELS, levels) }
}

function rowToNumbers(row: SnapshotRow): number[] {
  return ROW_MEMBERS.map((member) => row[member])
}

function rowFromNumbers(key: string, numbers: Float64Array): SnapshotRow {
  return { key, ...fromNumbers(ROW_MEMBERS, numbers) }
}

function fromNumbers<Member extends string>(members: readonly Member[], numbers: Float64Array): Record<Member, number> {
  return Object.fromEntries(members.map((member, at) => [member, numbers[at]])) as Record<Member, number>
}

/** JSON in which every other character is escaped, so that a byte is a character. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Floats begin at a multiple of eight. */
function roundUp(bytes: number): number {
  return Math.ceil(bytes / 8) * 8
}

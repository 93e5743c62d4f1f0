const BEGINNING = /^(START|END|REPORT) RequestId: (\S+)/
const MEGABYTE = 1_000_000

/** Fields of a REPORT line, what they are called there, and what their unit counts for. */
const MEASURES: readonly (readonly [field: string, label: RegExp, factor: number])[] = [
  ['@duration', /(?:^|\t)Duration: ([\d.]+) ms/, 1],
  ['@billedDuration', /\tBilled Duration: ([\d.]+) ms/, 1],
  ['@initDuration', /\tInit Duration: ([\d.]+) ms/, 1],
  ['@memorySize', /\tMemory Size: (\d+) MB/, MEGABYTE],
  ['@maxMemoryUsed', /\tMax Memory Used: (\d+) MB/, MEGABYTE],
]

/** What the lines around an invocation tell; null for any other line. Memory is in bytes. Source: observability-and-cost.md 3.1. */
export function lambdaFields(message: string): ReadonlyMap<string, string> | null {
  const beginning = BEGINNING.exec(message)
  if (beginning === null) return null
  const measured = MEASURES.flatMap(([field, label, factor]) => {
    const value = label.exec(message)?.[1]
    return value === undefined ? [] : [[field, factor === 1 ? value : String(Number(value) * factor)] as const]
  })
  const trace = /\bXRAY TraceId: (\S+)/.exec(message)?.[1]
  return new Map([
    ['@type', beginning[1]!],
    ['@requestId', beginning[2]!],
    ...measured,
    ...(trace === undefined ? [] : [['@xrayTraceId', trace] as const]),
  ])
}

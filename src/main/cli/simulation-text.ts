import type { SimulationResult } from '@shared/contract/simulation'
import { answerLines } from './answer-lines'
import { costLines } from './cost-lines'
import { count, milliseconds, percent } from './figure-text'
import { replayText } from './replay-text'
import { webSocketText } from './web-socket-text'

/** A run's figures for a person: a few lines and two tables. */
export function simulationText(result: SimulationResult): string {
  const { totals, cache, authorizer, latency, checks } = result
  const speed = `${count(result.requestsPerSecondOfWallClock)} requests/s of wall clock`
  const lines = [
    `${result.scenario}: ${count(totals.requests)} requests in ${count(result.durationInSeconds)} s, seed ${result.seed} (${speed})`,
    '',
    `  admitted   ${share(totals.admitted, totals.requests)}`,
    `  throttled  ${share(totals.throttled, totals.requests)}${levels(result)}`,
    ...optional('over quota', totals.quotaExceeded, totals.requests),
    ...optional('denied', totals.denied, totals.requests),
    ...optional('invalid', totals.rejected, totals.requests),
    ...optional('blocked', totals.blocked, totals.requests),
    ...optional('errors', totals.errors, totals.requests),
    ...(cache.hitRatio === null ? [] : [`  cache      ${percent(cache.hitRatio)} hits`]),
    ...(authorizer.calls + authorizer.hits === 0
      ? []
      : [`  authorizer ${count(authorizer.calls)} calls, ${count(authorizer.hits)} from cache`]),
    `  latency    p50 ${milliseconds(latency.p50)}, p95 ${milliseconds(latency.p95)}, p99 ${milliseconds(latency.p99)}`,
    ...replayText(result),
    ...webSocketText(result),
    ...answerLines(result),
    '',
    ...table('Route', result.routes),
    ...(result.apiKeys.some(({ key }) => key !== '') ? ['', ...table('API key', result.apiKeys)] : []),
    ...costLines(result.cost),
    ...(checks.length === 0 ? [] : ['', ...checks.map(checkLine)]),
  ]
  return lines.join('\n')
}

function levels({ throttledByLevel }: SimulationResult): string {
  const used = Object.entries(throttledByLevel).filter(([, requests]) => requests > 0)
  return used.length === 0 ? '' : ` (${used.map(([level, requests]) => `${level} ${count(requests)}`).join(', ')})`
}

function optional(name: string, part: number, whole: number): string[] {
  return part === 0 ? [] : [`  ${name.padEnd(10)} ${share(part, whole)}`]
}

function table(title: string, rows: SimulationResult['routes']): string[] {
  const used = rows.filter(({ requests }) => requests > 0)
  const width = Math.max(title.length, ...used.map(({ key }) => nameOf(key).length))
  const line = (name: string, cells: readonly string[]): string =>
    `  ${name.padEnd(width)}${cells.map((cell) => cell.padStart(14)).join('')}`
  return [
    line(title, ['requests', 'admitted', 'throttled']),
    ...used.map(({ key, requests, admitted, throttled }) =>
      line(nameOf(key), [requests, admitted, throttled].map(count)),
    ),
  ]
}

function nameOf(key: string): string {
  return key === '' ? '(no key)' : key
}

function checkLine(check: SimulationResult['checks'][number]): string {
  const of = check.apiKey ?? check.route
  const what = `${check.metric}${of === undefined ? '' : ` of ${of}`} ${check.operator} ${check.value}`
  return `  ${check.passed ? 'passed' : 'FAILED'}  ${what} (${check.actual})`
}

function share(part: number, whole: number): string {
  return `${count(part)}${whole === 0 ? '' : ` (${percent(part / whole)})`}`
}

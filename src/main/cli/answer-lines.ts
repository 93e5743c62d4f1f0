import type { Headroom, SimulationResult } from '@shared/contract/simulation'
import { count, milliseconds } from './figure-text'

/** Limits that came this close to their end are worth a line. */
const NEAR = 0.8
const MOST_LIMITS = 3

/** What charts do not show, as far as there is something to say. */
export function answerLines({ answers, latency }: SimulationResult): string[] {
  const { retries, clientLatency, backend } = answers
  const seen = [clientLatency.p50, clientLatency.p95, clientLatency.p99].map(milliseconds)
  const isOwn = clientLatency.p99 > 0 && clientLatency.p99 !== latency.p99
  return [
    ...line(isOwn, 'clients', `waited p50 ${seen[0]}, p95 ${seen[1]}, p99 ${seen[2]}`),
    ...line(
      retries.attempts > 0,
      'retries',
      `${count(retries.attempts)}, ${retries.amplification.toFixed(2)} requests for each first attempt, ${count(retries.givenUp)} given up`,
    ),
    ...line(
      backend.queued > 0,
      'queued',
      `${count(backend.queued)} calls, ${milliseconds(backend.meanWaitMs)} on average`,
    ),
    ...line(backend.coldStarts > 0, 'cold', `${count(backend.coldStarts)} starts of functions`),
    ...line(answers.leakedReads > 0, 'LEAKED', `${count(answers.leakedReads)} cached answers went to another caller`),
    ...line(answers.staleReads > 0, 'stale', `${count(answers.staleReads)} cached answers were out of date`),
    ...line(
      answers.allowedAfterRevocation > 0,
      'revoked',
      `${count(answers.allowedAfterRevocation)} requests let through after it, the last ${answers.revocationDelayInSeconds.toFixed(0)} s later`,
    ),
    ...line(answers.cacheEvictions > 0, 'evicted', `${count(answers.cacheEvictions)} entries of the cache`),
    ...answers.headroom.filter(isNear).slice(0, MOST_LIMITS).flatMap(headroomLine),
  ]
}

function line(isSaid: boolean, name: string, text: string): string[] {
  return isSaid ? [`  ${name.padEnd(10)} ${text}`] : []
}

function isNear({ used, limit }: Headroom): boolean {
  return used >= NEAR * limit
}

function headroomLine({ label, level, used, limit }: Headroom): string[] {
  const unit = level === 'quota' || level === 'concurrency' ? '' : ' a second in its busiest'
  return line(true, 'limit', `${label}: ${count(Math.round(used))} of ${count(limit)}${unit}`)
}

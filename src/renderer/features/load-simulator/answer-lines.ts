import type { SimulationResult } from '@shared/contract/simulation'
import { formatCount, formatMs, formatNumber, formatShare, plural } from '../../ui/format'

export type AnswerTone = 'good' | 'warning' | 'danger' | 'plain'

/** One thing that charts do not show: a figure, what it means and what to do. */
export interface AnswerLine {
  readonly id: string
  readonly label: string
  /** Unrounded. */
  readonly value: number
  readonly text: string
  readonly tone: AnswerTone
  readonly sentence: string
}

type Answers = SimulationResult['answers']

/** What the run says beyond its charts, in the order of how much it hurts. */
export function answerLines({ answers }: Pick<SimulationResult, 'answers'>): AnswerLine[] {
  return [
    leaked(answers),
    stale(answers),
    revocation(answers),
    retries(answers),
    ...givenUp(answers),
    clientWait(answers),
    queued(answers),
    coldStarts(answers),
    ...evictions(answers),
  ]
}

function leaked({ leakedReads: value }: Answers): AnswerLine {
  return {
    id: 'leakedReads',
    label: 'Leaked reads',
    value,
    text: formatCount(value),
    tone: value > 0 ? 'danger' : 'good',
    sentence:
      value > 0
        ? 'A cached answer about one caller went to another one. Add the caller to the cache key of that route, or do not cache it.'
        : 'No cached answer about one caller went to another. Only backends with personal answers can leak.',
  }
}

function stale({ staleReads: value }: Answers): AnswerLine {
  return {
    id: 'staleReads',
    label: 'Stale reads',
    value,
    text: formatCount(value),
    tone: value > 0 ? 'warning' : 'good',
    sentence:
      value > 0
        ? 'Answered from the cache after the data behind it had changed. Shorten the cache TTL, or flush the cache when data changes.'
        : 'No answer from the cache was older than a change of its data. CHANGE_DATA events make such changes.',
  }
}

function revocation({ allowedAfterRevocation: value, revocationDelayInSeconds: delay }: Answers): AnswerLine {
  return {
    id: 'allowedAfterRevocation',
    label: 'Allowed after revocation',
    value,
    text: value > 0 ? `${formatCount(value)}, for ${formatNumber(delay)} s` : '0',
    tone: value > 0 ? 'danger' : 'good',
    sentence:
      value > 0
        ? `Revoked callers came through on kept authorizer results, the last one ${formatNumber(delay)} s after. Shorten the authorizer's TTL, or flush its results when somebody is revoked.`
        : 'Nobody came through after being revoked. REVOKE events revoke callers.',
  }
}

function retries({ retries: { attempts, amplification } }: Answers): AnswerLine {
  const isStorm = amplification >= 1.5
  return {
    id: 'retries',
    label: 'Retries',
    value: attempts,
    text: attempts > 0 ? `${formatCount(attempts)}, ${formatNumber(amplification)} requests for each` : '0',
    tone: isStorm ? 'danger' : attempts > 0 ? 'warning' : 'plain',
    sentence: isStorm
      ? 'Retries make much of the load themselves. Spread them with full jitter, wait longer, or give them a budget.'
      : attempts > 0
        ? 'Refused requests came again. As long as it is few, retries help; watch the number of requests for each first attempt.'
        : 'Nobody sent a request again: no source has a retry policy, or nothing was refused.',
  }
}

function givenUp({ retries: { attempts, givenUp: value } }: Answers): AnswerLine[] {
  if (attempts === 0) return []
  return [
    {
      id: 'givenUp',
      label: 'Given up',
      value,
      text: formatCount(value),
      tone: value > 0 ? 'warning' : 'good',
      sentence:
        value > 0
          ? 'Every attempt failed. The limit or the backend stays too small for longer than clients wait: raise it, or let them wait longer.'
          : 'Whoever tried again came through in the end.',
    },
  ]
}

function clientWait({ clientLatency: { p50, p95, p99 } }: Answers): AnswerLine {
  return {
    id: 'clientLatency',
    label: 'What clients wait',
    value: p95,
    text: `p50 ${formatMs(p50)}, p95 ${formatMs(p95)}, p99 ${formatMs(p99)}`,
    tone: 'plain',
    sentence:
      'From the first attempt to the last answer, retries and the way there and back included. Compare it with the Latency chart: the difference is what retries cost.',
  }
}

function queued({ backend: { queued: value, meanWaitMs } }: Answers): AnswerLine {
  return {
    id: 'queued',
    label: 'Waited for a backend',
    value,
    text: value > 0 ? `${formatCount(value)}, ${formatMs(meanWaitMs)} on average` : '0',
    tone: value > 0 ? 'warning' : 'good',
    sentence:
      value > 0
        ? 'These calls found the backend busy and waited. Raise its concurrency, or throttle below what it can do.'
        : 'No call had to wait for a busy backend.',
  }
}

function coldStarts({ backend: { coldStarts: value } }: Answers): AnswerLine {
  return {
    id: 'coldStarts',
    label: 'Cold starts',
    value,
    text: formatCount(value),
    tone: value > 0 ? 'warning' : 'plain',
    sentence:
      value > 0
        ? 'These calls waited for a new instance. Provisioned concurrency or steadier traffic avoids them; they show in p99 first.'
        : 'No call waited for a new instance. Backends with a cold start can have them.',
  }
}

function evictions({ cacheEvictions: value }: Answers): AnswerLine[] {
  if (value === 0) return []
  return [
    {
      id: 'cacheEvictions',
      label: 'Cache evictions',
      value,
      text: formatCount(value),
      tone: 'warning',
      sentence:
        'Answers were thrown out before their time because the cache was full. A larger cache cluster or a smaller key keeps them.',
    },
  ]
}

/** How near to a limit, in words: "98 % of 100 requests/s, little left". */
export function headroomWords({ used, limit, level }: Answers['headroom'][number]): string {
  const unit = level === 'quota' ? 'requests' : level === 'concurrency' ? 'at a time' : 'requests/s'
  const share = limit > 0 ? used / limit : NaN
  const state = share >= 1 ? 'nothing left' : share >= 0.8 ? 'little left' : 'enough left'
  return `${formatNumber(Number(used.toPrecision(4)))} of ${formatNumber(limit)} ${unit}, ${formatShare(share)}, ${state}`
}

/** "3 answers need a look". */
export function answersSummary(lines: readonly AnswerLine[]): string {
  const bad = lines.filter(({ tone }) => tone === 'danger' || tone === 'warning').length
  return bad === 0 ? 'Nothing needs a look' : `${plural(bad, 'answer')} ${bad === 1 ? 'needs' : 'need'} a look`
}

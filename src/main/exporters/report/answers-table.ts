import type { SimulationResult } from '@shared/contract/simulation'
import { numberText } from '../check-text'
import { htmlTable, type TableCell } from './html-table'
import type { Markup } from './markup'

/** What charts do not show: only what came up, each with what it means. */
export function answersTable({ answers, cache }: SimulationResult): Markup {
  const { retries, backend, clientLatency } = answers
  const ratios = Object.entries(answers.hitRatioByRoute)
  const rows: readonly (readonly [hasCome: boolean, name: string, value: string, meaning: string])[] = [
    [
      answers.leakedReads > 0,
      'Leaked reads',
      numberText(answers.leakedReads),
      'Cached answers about one caller that another one got: put the caller into the cache key.',
    ],
    [
      answers.staleReads > 0,
      'Stale reads',
      numberText(answers.staleReads),
      'Cached answers served after the data behind them had changed: shorten the TTL, or flush.',
    ],
    [
      answers.allowedAfterRevocation > 0,
      'Allowed after revocation',
      `${numberText(answers.allowedAfterRevocation)}, the last after ${numberText(answers.revocationDelayInSeconds, 1)} s`,
      'Requests let through on a kept authorizer result: shorten authorizerResultTtlInSeconds.',
    ],
    [
      answers.cacheEvictions > 0,
      'Cache evictions',
      numberText(answers.cacheEvictions),
      'Responses that had to make room for others: a larger cache keeps them.',
    ],
    [
      retries.attempts > 0,
      'Retries',
      numberText(retries.attempts),
      `Each first attempt became ${numberText(retries.amplification, 2)} requests; ${numberText(retries.givenUp)} callers gave up.`,
    ],
    [
      retries.attempts > 0 || clientLatency.p95 > 0,
      'Clients waited',
      `p50 ${ms(clientLatency.p50)}, p95 ${ms(clientLatency.p95)}, p99 ${ms(clientLatency.p99)}`,
      'From the first attempt to the last answer, retries and the way there and back included.',
    ],
    [
      backend.queued > 0,
      'Queued at a backend',
      numberText(backend.queued),
      `They waited ${ms(backend.meanWaitMs)} on average.`,
    ],
    [backend.coldStarts > 0, 'Cold starts', numberText(backend.coldStarts), 'Calls that found no warm instance.'],
    ...ratios.map(
      ([routeKey, ratio]) =>
        [
          cache.hits + cache.misses > 0,
          `Hit ratio of ${routeKey}`,
          `${numberText(ratio * 100, 1)} %`,
          'Look-ups that found a stored response.',
        ] as const,
    ),
  ]
  return htmlTable({
    caption: 'What charts do not show',
    columns: [{ label: 'Question' }, { label: 'Answer', kind: 'number' }, { label: 'What it means' }],
    rows: rows.flatMap(([hasCome, ...cells]): TableCell[][] => (hasCome ? [[...cells]] : [])),
  })
}

function ms(value: number): string {
  return value < 1000 ? `${numberText(value)} ms` : `${numberText(value / 1000, 2)} s`
}

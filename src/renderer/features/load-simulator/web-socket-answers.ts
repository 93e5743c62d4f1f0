import type { SimulationResult } from '@shared/contract/simulation'
import type { WebSocketFigures } from '@shared/contract/web-socket-figures'
import { formatCount, formatMs, formatNumber, formatShare } from '../../ui/format'
import { formatUsd } from '../../ui/format-usd'
import { answerLines, type AnswerLine } from './answer-lines'

/** Answers about requests that a run of a WebSocket API has too. */
const KEPT = new Set(['allowedAfterRevocation', 'queued', 'coldStarts'])

/** What a run with connections says beyond its charts. */
export function webSocketAnswers(
  result: Pick<SimulationResult, 'answers' | 'cost'>,
  of: WebSocketFigures,
): AnswerLine[] {
  return [
    connections(of),
    ends(of),
    refused(of),
    posts(of),
    fanOut(of),
    ...delivery(of),
    idleCost(of, result),
    ...answerLines(result).filter(({ id }) => KEPT.has(id)),
  ]
}

function connections({ meanOpen, peak, connectionMinutes }: WebSocketFigures): AnswerLine {
  return {
    id: 'openConnections',
    label: 'Connections',
    value: peak,
    text: `${formatNumber(Number(meanOpen.toPrecision(4)))} on average, ${formatCount(peak)} at most`,
    tone: 'plain',
    sentence: `Open for ${formatCount(connectionMinutes)} minutes together. On average as many are open as come in a second, times the seconds they stay.`,
  }
}

function ends({ ended, vanished }: WebSocketFigures): AnswerLine {
  const { byClient, idle, age } = ended
  return {
    id: 'ended',
    label: 'How connections ended',
    value: byClient + idle + age,
    text: `${formatCount(byClient)} by clients, ${formatCount(idle)} idle, ${formatCount(age)} too old`,
    tone: vanished > 0 ? 'warning' : 'plain',
    sentence:
      vanished > 0
        ? `${formatCount(vanished)} clients vanished without a close frame. Their connections stay open, and paid for, until they were idle for 10 minutes.`
        : 'The service ends connections that were idle for 10 minutes or are 2 hours old; clients have to connect again.',
  }
}

function refused({ refused: value, refusedByOutcome }: WebSocketFigures): AnswerLine {
  const reasons = Object.entries(refusedByOutcome)
    .toSorted((a, b) => b[1] - a[1])
    .map(([outcome, count]) => `${formatCount(count)} ${outcome}`)
  const isThrottled = Object.keys(refusedByOutcome).some((outcome) => outcome.startsWith('THROTTLED'))
  return {
    id: 'refusedConnects',
    label: 'Refused handshakes',
    value,
    text: formatCount(value),
    tone: value > 0 ? 'danger' : 'good',
    sentence:
      value > 0
        ? `${reasons.join(', ')}.${isThrottled ? ' An account accepts 500 new connections a second over all of its APIs.' : ''}`
        : 'Everybody who came was let in.',
  }
}

function posts({
  deliveredPosts,
  gonePosts,
  wastedPosts,
  throttledPosts,
  lostDisconnects,
}: WebSocketFigures): AnswerLine {
  const value = gonePosts + wastedPosts + throttledPosts
  return {
    id: 'lostPosts',
    label: 'Posts to @connections',
    value,
    text: `${formatCount(deliveredPosts)} delivered, ${formatCount(value)} not`,
    tone: throttledPosts > 0 ? 'danger' : value > 0 ? 'warning' : 'good',
    sentence:
      value > 0
        ? `${formatCount(gonePosts)} were answered 410, ${formatCount(wastedPosts)} went to clients that had vanished, ${formatCount(throttledPosts)} were throttled. Backends were not told of ${formatCount(lostDisconnects)} ends: forget a connection when a post to it ends with 410.`
        : 'Every post reached its client.',
  }
}

function fanOut({ fanOut: { count, mean, p50, p95, max } }: WebSocketFigures): AnswerLine {
  return {
    id: 'fanOut',
    label: 'Receivers of a broadcast',
    value: mean,
    text: count === 0 ? '–' : `p50 ${formatCount(p50)}, p95 ${formatCount(p95)}, at most ${formatCount(max)}`,
    tone: 'plain',
    sentence:
      count === 0
        ? 'Nothing was broadcast or pushed.'
        : `${formatNumber(Number(mean.toPrecision(3)))} on average: so many calls of @connections, and messages on the bill, does one message bring about.`,
  }
}

function delivery({ delivery: { p50, p95, p99 }, deliveredPosts }: WebSocketFigures): AnswerLine[] {
  if (deliveredPosts === 0) return []
  return [
    {
      id: 'delivery',
      label: 'Until a receiver has it',
      value: p99,
      text: `p50 ${formatMs(p50)}, p95 ${formatMs(p95)}, p99 ${formatMs(p99)}`,
      tone: 'plain',
      sentence:
        'From the message, or the push, to each receiver. Large rooms wait for one batch of posts after another: send more at a time, or let a queue share the work.',
    },
  ]
}

function idleCost({ idleCostShare: value }: WebSocketFigures, { cost }: Pick<SimulationResult, 'cost'>): AnswerLine {
  const usd = cost.lines.find(({ id }) => id === 'connection-minutes')?.usd ?? 0
  return {
    id: 'idleCost',
    label: 'What staying connected costs',
    value,
    text: `${formatUsd(usd)} a month, ${formatShare(value)}`,
    tone: value > 0.5 ? 'warning' : 'plain',
    sentence:
      'The share of connection minutes in what the API itself costs; messages are the rest. A minute costs the same whether anything is said or not.',
  }
}

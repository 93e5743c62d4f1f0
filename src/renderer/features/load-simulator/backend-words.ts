import type { BackendModel } from '@shared/design/scenario'
import { formatCount, formatMs, formatNumber } from '../../ui/format'
import { typicalMs } from './latency-words'

/** What a backend can do: "50 at a time of 96 ms each: about 520 calls a second; the rest is refused." */
export function backendConsequence(model: BackendModel): string {
  const { concurrencyLimit: limit, whenBusy, queueLimit } = model
  const each = typicalMs(model.latency)
  if (limit === undefined) return 'It takes as many calls as come.'
  if (each <= 0) return `${formatCount(limit)} at a time, each answered at once.`
  const perSecond = (limit * 1000) / each
  const rest =
    whenBusy !== 'QUEUE'
      ? 'the rest is refused'
      : queueLimit === undefined
        ? 'the rest waits, until its integration times out'
        : `${formatCount(queueLimit)} may wait, one more is refused`
  return `${formatCount(limit)} at a time of ${formatMs(each)} each: about ${formatNumber(Math.round(perSecond))} calls a second; ${rest}.`
}

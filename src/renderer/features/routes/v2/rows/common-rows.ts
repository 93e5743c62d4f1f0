import { plural } from '../../../../ui/format'
import type { LadderRow } from '../../../../ui/pipeline/ladder-row'
import type { V2RouteContext } from '../v2-route-context'
import { v2Buckets } from '../v2-throttle'

export function v2ThrottleRow(context: V2RouteContext, exitText: string): LadderRow {
  const buckets = v2Buckets(context)
  const isBlocked = buckets.some(({ rateLimit, burstLimit }) => rateLimit === 0 || burstLimit === 0)
  return {
    step: 'throttle',
    label: 'Throttle',
    kind: `${plural(buckets.length, 'bucket')} ${buckets.length === 1 ? 'applies' : 'apply'}`,
    state: 'on',
    main: [],
    muted: isBlocked ? 'A limit of 0 refuses everything' : '',
    exits: [{ status: '429', text: exitText }],
    buckets,
  }
}

/** What is asked for and is not there. */
export function brokenRow(row: Pick<LadderRow, 'step' | 'label'>, text: string): LadderRow {
  return { ...row, kind: 'broken', state: 'on', main: [{ text, chip: 'danger' }], muted: '', exits: [] }
}

/** "arn:aws:lambda:us-east-1:123456789012:function:list-items" -> "list-items"; other addresses stay. */
export function targetInWords(uri: string): string {
  return /:function:([^:/]+)/.exec(uri)?.[1] ?? uri
}

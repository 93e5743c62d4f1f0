import { expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import type { TrafficSource } from '@shared/design/scenario'
import type { WebAcl } from '@shared/design/web-acl'
import { webAclArn } from '@shared/design/web-acl-arn'
import { finished, plainRun } from './rich-run.fixture'
import { simulationResult } from './simulation-result'
import { DEFAULT_SOURCE_IP, sourceAddresses } from './source-addresses'

const flood: WebAcl = {
  name: 'flood',
  defaultAction: 'ALLOW',
  rules: [{ name: 'rate', action: 'BLOCK', statement: { type: 'RATE_BASED', limit: 100, evaluationWindowSec: 60 } }],
}

/** Three sources of 80 requests each, within a second. */
const source = (name: string, sourceIp?: string): TrafficSource => ({
  name,
  shape: { type: 'BURST', count: 80, at: 0, spreadInSeconds: 1 },
  routes: { 'GET /': 1 },
  ...(sourceIp !== undefined && { sourceIp }),
})
const sources = [source('a', '192.0.2.1'), source('b', '192.0.2.1'), source('c')]
const { design, scenario } = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 1 } }, { sources })

function behindAcl(base: Design): Design {
  const api = base.apis[0]!
  const stages = { prod: { methodSettings: {}, webAclArn: webAclArn(base, 'flood') } }
  return { ...base, webAcls: [flood], apis: [{ ...api, stages } as typeof api] }
}

it('lists every address once, and which one each source has', () => {
  const { addresses, of } = sourceAddresses(scenario)
  expect([addresses, [...of]]).toEqual([
    ['192.0.2.1', DEFAULT_SOURCE_IP],
    [0, 0, 1],
  ])
})

it('sources behind one address share what a web ACL counts', () => {
  const { byOutcome, totals } = simulationResult(finished(behindAcl(design), scenario), scenario, 1)
  expect([byOutcome, totals.denied]).toEqual([{ INTEGRATED: 180, WAF_FILTERED: 60 }, 60])
})

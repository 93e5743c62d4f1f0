import { describe, expect, it } from 'vitest'
import type { WebAcl } from '@shared/design/web-acl'
import { DENY } from '../effect'
import { AUTHORIZED, Play, smallDesign, SOME_POLICY, TOKENS, type SmallGateway } from './small-gateway.fixture'

const front: WebAcl = {
  name: 'front',
  defaultAction: 'ALLOW',
  rules: [
    { name: 'seen', action: 'COUNT', statement: { type: 'IP_SET', addresses: ['192.0.2.0/24'] } },
    { name: 'banned', action: 'BLOCK', statement: { type: 'IP_SET', addresses: ['192.0.2.66/32'] } },
    { name: 'flood', action: 'BLOCK', statement: { type: 'RATE_BASED', limit: 10, evaluationWindowSec: 60 } },
  ],
}
const played = (parts: SmallGateway = {}): Play => new Play(smallDesign({ webAcl: front, ...parts }))

describe('a web ACL', () => {
  it('blocks before anything else is looked at, and takes no tokens', () => {
    const play = played({
      api: { policy: SOME_POLICY },
      authorizers: TOKENS,
      routes: { 'GET /things': AUTHORIZED },
      account: { rateLimit: 1, burstLimit: 1 },
    })
    play.facts.policy = DENY
    expect(play.send({ sourceIp: '192.0.2.66' }, 0)).toBe('WAF_FILTERED')
    expect(play.send({ sourceIp: '192.0.2.1' }, 0)).toBe('ACCESS_DENIED_EXPLICIT')
    expect([play.runtime.counters.authorizerCalls, play.runtime.accountBucket.level(0, 0)]).toEqual([0, 1])
  })

  it('blocks an address that sends too much, and not the others', () => {
    const play = played()
    const answers = Array.from({ length: 12 }, (_, at) => play.serve({}, at))
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 'INTEGRATED'), 'WAF_FILTERED', 'WAF_FILTERED'])
    expect([play.serve({ sourceIp: '192.0.2.2' }, 12), play.serve({}, 60_000)]).toEqual(['INTEGRATED', 'INTEGRATED'])
  })

  it('counts over all stages behind it', () => {
    const design = smallDesign({ webAcl: front })
    const api = design.apis[0]!
    const stages = { ...api.stages, dev: api.stages['prod']! }
    const both = ['prod', 'dev'].map((stage) => ({ apiId: api.id, stage }))
    const play = new Play({ ...design, apis: [{ ...api, stages } as typeof api] }, { stages: both })
    for (let at = 0; at < 10; at++) play.serve({ stage: at % 2 === 0 ? 'prod' : 'dev' }, at)
    expect([play.serve({ stage: 'dev' }, 10), play.serve({ stage: 'prod' }, 11)]).toEqual([
      'WAF_FILTERED',
      'WAF_FILTERED',
    ])
  })

  it('tells what it found: who decided, what was counted, how fast the caller is', () => {
    const play = played()
    const found = (sourceIp: string, now: number): unknown => {
      play.serve({ sourceIp }, now)
      return play.trace()[0]
    }
    const passed = found('198.51.100.1', 0)
    const banned = found('192.0.2.66', 1)
    for (let at = 2; at < 12; at++) play.serve({}, at)
    const flood = found('192.0.2.1', 12)
    expect([passed, banned, flood]).toEqual([
      { step: 'waf', verdict: 'passed', atMs: 0, details: { webAcl: 'front', action: 'ALLOW', rule: null } },
      {
        step: 'waf',
        verdict: 'stopped',
        atMs: 1,
        details: { webAcl: 'front', action: 'BLOCK', rule: 'banned', counted: 'seen' },
      },
      {
        step: 'waf',
        verdict: 'stopped',
        atMs: 12,
        details: {
          webAcl: 'front',
          action: 'BLOCK',
          rule: 'flood',
          counted: 'seen',
          requests: 11,
          limit: 10,
          windowMs: 60_000,
        },
      },
    ])
  })
})

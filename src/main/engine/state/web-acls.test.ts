import { describe, expect, it } from 'vitest'
import type { WebAcl, WebAclRule } from '@shared/design/web-acl'
import { ABSENT } from '../flight'
import { WebAcls } from './web-acls'

const OFFICE = '203.0.113.9'
const STRANGER = '198.51.100.4'
const V6 = '2001:db8::7'

const ipSet = (name: string, action: WebAclRule['action'], ...addresses: string[]): WebAclRule => ({
  name,
  action,
  statement: { type: 'IP_SET', addresses },
})
const flood = (limit: number, action: WebAclRule['action'] = 'BLOCK'): WebAclRule => ({
  name: 'flood',
  action,
  statement: { type: 'RATE_BASED', limit, evaluationWindowSec: 60 },
})
const acl = (defaultAction: WebAcl['defaultAction'], ...rules: WebAclRule[]): WebAcl => ({
  name: 'front',
  defaultAction,
  rules,
})

/** The ACLs with OFFICE, STRANGER and V6 at the slots 0 to 2. */
function watching(...acls: WebAcl[]): WebAcls {
  const webAcls = new WebAcls(acls, 3)
  for (const [slot, address] of [OFFICE, STRANGER, V6].entries()) webAcls.learn(slot, address)
  return webAcls
}

const answers = (webAcls: WebAcls, index = 0): boolean[] => [0, 1, 2].map((slot) => webAcls.passes(index, slot, 0))

describe('WebAcls', () => {
  it('do what they do by default where no rule matches', () => {
    const webAcls = watching(acl('ALLOW'), acl('BLOCK'))
    expect([answers(webAcls, 0), answers(webAcls, 1)]).toEqual([
      [true, true, true],
      [false, false, false],
    ])
    expect(webAcls.decidedBy).toBe(ABSENT)
  })

  it('match addresses of both kinds against IP sets', () => {
    expect(answers(watching(acl('BLOCK', ipSet('office', 'ALLOW', '203.0.113.0/24'))))).toEqual([true, false, false])
    expect(answers(watching(acl('ALLOW', ipSet('v6', 'BLOCK', '2001:db8::/32', '198.51.100.4/32'))))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('stop at the first rule that allows or blocks', () => {
    const webAcls = watching(
      acl(
        'BLOCK',
        ipSet('all', 'COUNT', '0.0.0.0/1', '128.0.0.0/1'),
        ipSet('in', 'ALLOW', '203.0.113.0/24'),
        flood(10),
      ),
    )
    expect([webAcls.passes(0, 0, 0), webAcls.decidedBy]).toEqual([true, 1])
    expect([...webAcls.counted.subarray(0, webAcls.countedRules)]).toEqual([0])
    expect(webAcls.requests(0, 2, 0)).toBe(0)
    expect([webAcls.passes(0, 2, 0), webAcls.countedRules]).toEqual([false, 0])
  })

  it('block what comes after the limit of a window, for the address that sent it, until the rate is below again', () => {
    const webAcls = watching(acl('ALLOW', flood(10)))
    const sent = Array.from({ length: 12 }, (_, at) => webAcls.passes(0, 0, at))
    expect(sent).toEqual([...Array.from({ length: 10 }, () => true), false, false])
    expect([webAcls.requests(0, 0, 0), webAcls.passes(0, 1, 12)]).toEqual([12, true])
    expect([webAcls.passes(0, 0, 59_999), webAcls.passes(0, 0, 60_000)]).toEqual([false, true])
  })

  it('only count where a rule says so', () => {
    const webAcls = watching(acl('ALLOW', flood(10, 'COUNT')))
    const counted = Array.from({ length: 12 }, (_, at) => (webAcls.passes(0, 0, at) ? webAcls.countedRules : ABSENT))
    expect(counted).toEqual([...Array.from({ length: 10 }, () => 0), 1, 1])
  })

  it('use a window of five minutes where a rule names none', () => {
    const rule: WebAclRule = { name: 'flood', action: 'BLOCK', statement: { type: 'RATE_BASED', limit: 1 } }
    const webAcls = watching(acl('ALLOW', rule))
    const times = [0, 299_999, 600_000]
    expect(times.map((now) => webAcls.passes(0, 0, now))).toEqual([true, false, true])
  })

  it('know rules by their place in their own ACL', () => {
    const webAcls = watching(
      acl('ALLOW', flood(10), flood(10)),
      acl('ALLOW', flood(10), ipSet('in', 'BLOCK', `${V6}/128`)),
    )
    expect([webAcls.passes(1, 2, 0), webAcls.decidedBy]).toEqual([false, 1])
    expect([webAcls.requests(1, 0, 2), webAcls.requests(0, 0, 2)]).toEqual([1, 0])
  })

  it('know nothing any more of an address whose slot another gets', () => {
    const webAcls = watching(acl('ALLOW', flood(10), ipSet('office', 'BLOCK', '203.0.113.0/24')))
    for (let at = 0; at < 20; at++) webAcls.passes(0, 0, at)
    webAcls.learn(0, STRANGER)
    expect([webAcls.passes(0, 0, 20), webAcls.requests(0, 0, 0)]).toEqual([true, 1])
  })

  it('match no rule for an address without a slot', () => {
    expect(watching(acl('ALLOW', flood(10), ipSet('all', 'BLOCK', '0.0.0.0/1'))).passes(0, ABSENT, 0)).toBe(true)
  })
})

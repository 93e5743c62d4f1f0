import { describe, expect, it } from 'vitest'
import type { WebAcl, WebAclRule } from '@shared/design/web-acl'
import { addressesIn, movedRule, newRule, problemOfAclName } from './web-acl-rules'
import { aclInWords, ruleInWords } from './web-acl-words'

const office: WebAclRule = {
  name: 'office',
  action: 'ALLOW',
  statement: { type: 'IP_SET', addresses: ['203.0.113.0/24', '2001:db8::/32'] },
}
const flood: WebAclRule = { name: 'flood', action: 'BLOCK', statement: { type: 'RATE_BASED', limit: 2000 } }

describe('rules of a web ACL', () => {
  it('begin with a name that is free', () => {
    const first = newRule('IP_SET', [])
    expect([first.name, newRule('IP_SET', [first]).name, newRule('RATE_BASED', [first]).name]).toEqual([
      'addresses',
      'addresses-2',
      'rate',
    ])
  })

  it('are moved by one place, but not past an end', () => {
    expect([
      movedRule([office, flood], 0, 1),
      movedRule([office, flood], 0, -1),
      movedRule([office, flood], 1, 1),
    ]).toEqual([
      [flood, office],
      [office, flood],
      [office, flood],
    ])
  })

  it('take addresses however they are separated', () => {
    expect(addressesIn(' 203.0.113.0/24,\n2001:db8::/32  192.0.2.1/32 ')).toEqual([
      '203.0.113.0/24',
      '2001:db8::/32',
      '192.0.2.1/32',
    ])
  })

  it('say what they do in words', () => {
    const acl: WebAcl = { name: 'front', defaultAction: 'BLOCK', rules: [office, flood] }
    expect([
      ruleInWords(office),
      ruleInWords({ ...flood, action: 'COUNT' }),
      aclInWords(acl),
      aclInWords({ ...acl, rules: [], defaultAction: 'ALLOW' }),
    ]).toEqual([
      'office allows 2 address blocks',
      'flood counts over 2,000 requests in 300 s',
      '2 rules, else blocked',
      'no rules, all allowed',
    ])
  })
})

it('a name is refused that AWS WAF would refuse, or that is taken', () => {
  expect(['front', 'my acl', '', 'x'.repeat(129), 'taken'].map((name) => problemOfAclName(name, ['taken']))).toEqual([
    undefined,
    'Letters, digits, _ and -, at most 128',
    'Letters, digits, _ and -, at most 128',
    'Letters, digits, _ and -, at most 128',
    'taken exists already',
  ])
})

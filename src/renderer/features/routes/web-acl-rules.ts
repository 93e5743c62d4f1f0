import type { WebAclRule } from '@shared/design/web-acl'

const NAME = /^[\w-]{1,128}$/

/** Undefined for a name that a web ACL, or one of its rules, can have. Source: AWS WAF API reference, WebACL. */
export function problemOfAclName(name: string, taken: readonly string[]): string | undefined {
  if (!NAME.test(name)) return 'Letters, digits, _ and -, at most 128'
  return taken.includes(name) ? `${name} exists already` : undefined
}

/** A rule to begin with, under a name that no other has: "addresses", "addresses-2". */
export function newRule(type: WebAclRule['statement']['type'], rules: readonly WebAclRule[]): WebAclRule {
  const base = type === 'IP_SET' ? 'addresses' : 'rate'
  const taken = new Set(rules.map(({ name }) => name))
  let name = base
  for (let next = 2; taken.has(name); next++) name = `${base}-${next}`
  const statement: WebAclRule['statement'] =
    type === 'IP_SET' ? { type, addresses: ['192.0.2.0/24'] } : { type, limit: 2000, evaluationWindowSec: 300 }
  return { name, action: 'BLOCK', statement }
}

/** What is typed between blanks, commas and line breaks. */
export function addressesIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((address) => address !== '')
}

/** The rules with one moved up (-1) or down (1); the same at the end. */
export function movedRule(rules: readonly WebAclRule[], index: number, by: -1 | 1): readonly WebAclRule[] {
  const other = rules[index + by]
  const rule = rules[index]
  return rule === undefined || other === undefined ? rules : rules.with(index, other).with(index + by, rule)
}

import {
  DEFAULT_EVALUATION_WINDOW_SEC,
  type RateBasedStatement,
  type WebAcl,
  type WebAclRule,
} from '@shared/design/web-acl'
import { isInIpBlock } from '@shared/ip-address'
import { ABSENT } from '../flight'
import type { Millis } from '../millis'
import { RequestRates } from './request-rates'

const ALLOW = 1
const BLOCK = 2
const COUNT = 3
const ACTIONS: { readonly [action in WebAclRule['action']]: number } = { ALLOW, BLOCK, COUNT }

/**
 * Web ACLs by index, for callers whose addresses are slots: which IP sets hold an address is found once, when the address gets its slot;
 * rates are counted for each rule and address, over all stages behind the ACL.
 * Source: AWS WAF Developer Guide, "Rule statements list", "Rate-based rule aggregation options": by source IP.
 * Departure: exact and at once; the service looks at rates every few seconds and acts later.
 */
export class WebAcls {
  /** What the last `passes` found: the rule that decided, counted within its ACL, or ABSENT when none did. */
  decidedBy = ABSENT
  /** How many rules with COUNT matched, and which: `counted[0]` to `counted[countedRules - 1]`. */
  countedRules = 0
  readonly counted: Int32Array
  private readonly slots: number
  private readonly rules: readonly WebAclRule[]
  /** Where the rules of an ACL begin; one more than there are ACLs. */
  private readonly firstRule: Int32Array
  private readonly allowsByDefault: Uint8Array
  /** By rule; a rule that is not rate-based has no rate. Milliseconds. */
  private readonly actions: Uint8Array
  private readonly rateOf: Int32Array
  private readonly limits: Float64Array
  private readonly windows: Float64Array
  private readonly isInSet: Uint8Array
  private readonly rates: RequestRates

  constructor(acls: readonly WebAcl[], addressSlots: number) {
    const rules = acls.flatMap((acl) => acl.rules)
    const rateBased = rules.filter(isRateBased)
    this.rules = rules
    this.slots = addressSlots
    this.firstRule = Int32Array.from([0, ...acls], (_, at) =>
      acls.slice(0, at).reduce((sum, acl) => sum + acl.rules.length, 0),
    )
    this.allowsByDefault = Uint8Array.from(acls, ({ defaultAction }) => (defaultAction === 'ALLOW' ? 1 : 0))
    this.actions = Uint8Array.from(rules, ({ action }) => ACTIONS[action])
    this.rateOf = Int32Array.from(rules, (rule) => (isRateBased(rule) ? rateBased.indexOf(rule) : ABSENT))
    this.limits = Float64Array.from(rules, (rule) => (isRateBased(rule) ? rule.statement.limit : 0))
    this.windows = Float64Array.from(rules, windowOf)
    this.isInSet = new Uint8Array(rules.length * addressSlots)
    this.rates = new RequestRates(rateBased.length * addressSlots)
    this.counted = new Int32Array(rules.length)
  }

  /** A slot belongs to this address from now on; nothing is known of what it did before. */
  learn(slot: number, address: string): void {
    this.rules.forEach(({ statement }, rule) => {
      if (statement.type === 'RATE_BASED') this.rates.clear(this.rateOf[rule]! * this.slots + slot)
      else this.isInSet[rule * this.slots + slot] = statement.addresses.some((one) => isInIpBlock(address, one)) ? 1 : 0
    })
  }

  /** Whether the ACL lets a request of this address pass; counts it at every rate-based rule that is reached. */
  passes(acl: number, slot: number, now: Millis): boolean {
    const end = this.firstRule[acl + 1]!
    this.countedRules = 0
    for (let rule = this.firstRule[acl]!; rule < end; rule++) {
      if (!this.matches(rule, slot, now)) continue
      const action = this.actions[rule]!
      if (action !== COUNT) {
        this.decidedBy = rule - this.firstRule[acl]!
        return action === ALLOW
      }
      this.counted[this.countedRules++] = rule - this.firstRule[acl]!
    }
    this.decidedBy = ABSENT
    return this.allowsByDefault[acl] === 1
  }

  /** Requests of an address within the window of a rate-based rule, as they were when it was last asked. */
  requests(acl: number, rule: number, slot: number): number {
    return this.rates.requests(this.rateOf[this.firstRule[acl]! + rule]! * this.slots + slot)
  }

  /** An address without a slot is known to no rule. */
  private matches(rule: number, slot: number, now: Millis): boolean {
    if (slot < 0) return false
    const rate = this.rateOf[rule]!
    if (rate === ABSENT) return this.isInSet[rule * this.slots + slot] === 1
    return this.rates.count(rate * this.slots + slot, now, this.windows[rule]!) > this.limits[rule]!
  }
}

function isRateBased(rule: WebAclRule): rule is WebAclRule & { readonly statement: RateBasedStatement } {
  return rule.statement.type === 'RATE_BASED'
}

function windowOf(rule: WebAclRule): Millis {
  return isRateBased(rule) ? (rule.statement.evaluationWindowSec ?? DEFAULT_EVALUATION_WINDOW_SEC) * 1000 : 0
}

/** AWS WAF in front of the stages that name it: a part of it, enough to see blocked and counted requests. */
export interface WebAcl {
  readonly name: string
  readonly defaultAction: 'ALLOW' | 'BLOCK'
  /** Evaluated in this order; the first that matches with ALLOW or BLOCK decides. */
  readonly rules: readonly WebAclRule[]
}

export interface WebAclRule {
  readonly name: string
  readonly action: 'ALLOW' | 'BLOCK' | 'COUNT'
  readonly statement: IpSetStatement | RateBasedStatement
}

export interface IpSetStatement {
  readonly type: 'IP_SET'
  /** "203.0.113.0/24", "2001:db8::/32". */
  readonly addresses: readonly string[]
}

/** Matches callers that sent more than `limit` requests within the window, by source address. */
export interface RateBasedStatement {
  readonly type: 'RATE_BASED'
  /** 10 to 2,000,000,000. */
  readonly limit: number
  /** 60, 120, 300 or 600; 300 when absent. */
  readonly evaluationWindowSec?: number
}

/** Seconds. Source: AWS WAF API reference, RateBasedStatement. */
export const EVALUATION_WINDOWS_SEC = [60, 120, 300, 600] as const
export const DEFAULT_EVALUATION_WINDOW_SEC = 300

import type { Api } from './api'
import type { ApiKey } from './api-key'
import type { Assumptions } from './assumptions'
import type { DomainName } from './domain-name'
import type { Identity } from './identity'
import type { LocalFunction } from './local-function'
import type { MappingTemplate } from './mapping-template'
import type { Review } from './review'
import type { SavedRequest } from './saved-request'
import type { Scenario } from './scenario'
import type { UsagePlan } from './usage-plan'
import type { WebAcl } from './web-acl'

/**
 * Everything one project holds, as plain JSON: what the editors edit, the engine compiles and a `*.gatewright.yaml` file stores.
 * Never changed in place; every change is a pure edit from `edits/`. Objects keyed by name keep the order they were written in.
 */
export interface Design {
  /** The project's name, as in "order-platform". */
  readonly name: string
  /** AWS Region whose semantics and prices apply, as in "us-east-1". */
  readonly region: string
  /** Twelve digits, used in ARNs and events. */
  readonly accountId: string
  readonly account: Account
  readonly apis: readonly Api[]
  readonly usagePlans: readonly UsagePlan[]
  readonly apiKeys: readonly ApiKey[]
  readonly domainNames: readonly DomainName[]
  /** AWS WAF in front of the stages whose `webAclArn` names one of these. */
  readonly webAcls?: readonly WebAcl[]
  /** Functions that integrations and authorizers invoke, by the function name at the end of their ARN. */
  readonly functions: { readonly [functionName: string]: LocalFunction }
  readonly scenarios: readonly Scenario[]
  /** Mapping templates kept beside their cases, by name, as in "create-order.vtl". */
  readonly templates?: { readonly [name: string]: MappingTemplate }
  /** Requests to the local gateway, in the order they are listed. */
  readonly requests?: readonly SavedRequest[]
  /** Local callers: user pools and IAM users. */
  readonly identity?: Identity
  /** Findings of the review that somebody decided to live with. */
  readonly review?: Review
  /** Answers chosen where AWS is silent. Absent members have the default of `DEFAULT_ASSUMPTIONS`. */
  readonly assumptions?: Partial<Assumptions>
}

/** The account's limit in one Region, shared by all of its APIs. Source: API Gateway Developer Guide, "Quotas". */
export interface Account {
  readonly throttleSettings: ThrottleSettings
}

/** A token bucket. Units: requests per second (may be fractional) and requests (whole). */
export interface ThrottleSettings {
  readonly rateLimit: number
  readonly burstLimit: number
}

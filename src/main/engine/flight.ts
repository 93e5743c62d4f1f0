import type { Millis } from './millis'
import { INTEGRATED, type Outcome } from './outcome'
import { CONTINUE, type Verdict } from './verdict'

/** No value: no API key sent, not cacheable, not called. */
export const ABSENT = -1
/** `Flight.identity`: the identity source is missing, empty or does not match its expression. */
export const UNIDENTIFIED = -2
/** `Flight.apiKey`: a key was sent that no client has. */
export const UNKNOWN_KEY = -2

/** `Flight.cacheControl`: whether the request asks to renew its cache entry, and whether its caller may. */
export const NO_CACHE_CONTROL = 0
export const RENEW_PERMITTED = 1
export const RENEW_NOT_PERMITTED = 2
/** Set by the core: the wish was not granted and the answer must carry a `Warning` header. */
export const RENEW_IGNORED_WITH_HEADER = 3

/**
 * One request in progress, from a pool. Always the same fields, all numbers; a host keeps what else it knows (the message, timers) in
 * an array by `slot`. The host writes `route` to `cacheControl` at arrival: indexes of the runtime's tables, or ABSENT.
 */
export class Flight {
  // In the order of use: what is read when a wait is over comes first, so that it shares cache lines.
  readonly slot: number
  /** Why the host waits, and what it will hand back (an effect or an outcome). The simulator's own notes. */
  waitsFor: Verdict = CONTINUE
  result = 0
  route = 0
  outcome: Outcome = INTEGRATED
  /** Slot in the response cache, or ABSENT. */
  cacheSlot = ABSENT
  /** Index of an API key, or ABSENT, or UNKNOWN_KEY. An authorizer may set it. */
  apiKey = ABSENT
  /** Starts as a fraction so that V8 keeps a double here from the first request on. */
  startedAt: Millis = 0.5
  /** Index in `Runtime.plan` of the step that runs next. */
  next = 0
  /** Slot in the authorizer results, or ABSENT, or UNIDENTIFIED. */
  identity = ABSENT
  /** Row of the usage-plan tables, found by the api-key step. */
  planKey = ABSENT
  /** What the authorizer said of the caller, and the resource policy of the request; 0 until they were asked. */
  identityEffect = 0
  policyEffect = 0
  /** 1 for an IAM caller of another account than the API's; the host says so with the authorizer's answer. */
  isOtherAccount = 0
  cacheControl = NO_CACHE_CONTROL
  id = 0
  /** Who calls: the simulator's traffic source; in the live host the slot of the caller's address, or ABSENT where nobody asks. */
  caller = 0
  /** Facts that only `Facts` reads; the simulator keeps the drawn shares here. */
  flags = 0

  constructor(slot: number) {
    this.slot = slot
  }
}

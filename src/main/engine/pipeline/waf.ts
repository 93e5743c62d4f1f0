import type { Flight } from '../flight'
import type { Millis } from '../millis'
import { WAF_FILTERED } from '../outcome'
import type { Runtime } from '../runtime'
import { CONTINUE, type Verdict } from '../verdict'
import { respond } from './respond'

/** The web ACL in front of the stage, before every other access control. Source: "Use AWS WAF to protect your REST APIs". */
export function waf(runtime: Runtime, flight: Flight, now: Millis): Verdict {
  const acl = runtime.webAclOf[runtime.stageOf[flight.route]!]!
  return runtime.webAcls.passes(acl, runtime.facts.callerAddress(flight), now)
    ? CONTINUE
    : respond(flight, WAF_FILTERED)
}

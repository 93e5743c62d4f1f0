import { checkDesign } from '@shared/design/checks/check-design'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import type { TemplateParts } from './template-parts'

/** What a deployment takes along. */
const DEPLOYED = /^\/(?:apis|usagePlans|apiKeys|domainNames)\//
/** Faults of what is not exported, and what the export has words of its own for. */
const ELSEWHERE: readonly string[] = [
  'design/api-key-name-duplicate',
  'design/deployment-unknown',
  'design/mapping-target-unknown',
  'design/method-without-integration',
  'design/plan-api-unknown',
  'design/plan-key-unknown',
  'design/plan-stage-unknown',
  'design/web-acl-unknown',
]
/** Here a local handler is enough; AWS needs a target. */
const NEEDED_THERE = 'design/integration-uri-invalid'

/** Says what the service would refuse to make: every kind of fault once, with its first place and how many more there are. */
export function reportRefused(design: Design, parts: TemplateParts): void {
  const faults = new Map<string, Diagnostic[]>()
  for (const fault of checkDesign(design)) {
    const isRefused = fault.severity === 'error' || fault.code === NEEDED_THERE
    if (!isRefused || !DEPLOYED.test(fault.pointer) || ELSEWHERE.includes(fault.code)) continue
    const alike = faults.get(fault.code)
    if (alike) alike.push(fault)
    else faults.set(fault.code, [fault])
  }
  for (const [first, ...others] of faults.values()) {
    if (first === undefined) continue
    const more = others.length === 0 ? '' : ` There are ${others.length} more faults of this kind.`
    parts.report('export/refused', 'error', first.pointer, `The service would refuse this. ${first.message}${more}`)
  }
}

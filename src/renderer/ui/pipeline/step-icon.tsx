import {
  IconArrowsExchange,
  IconArrowsLeftRight,
  IconDatabaseSearch,
  IconDeviceDesktop,
  IconFilterCheck,
  IconFingerprint,
  IconGauge,
  IconKey,
  IconRoute,
  IconLambda,
  IconShieldLock,
  IconWall,
  IconWorld,
  type Icon,
} from '@tabler/icons-react'
import type { LadderStep } from './ladder-step'

const ICONS: { readonly [step in LadderStep]: Icon } = {
  client: IconDeviceDesktop,
  domain: IconWorld,
  waf: IconWall,
  'resource-policy': IconShieldLock,
  route: IconRoute,
  authorizer: IconFingerprint,
  'api-key': IconKey,
  throttle: IconGauge,
  validation: IconFilterCheck,
  cache: IconDatabaseSearch,
  'request-mapping': IconArrowsLeftRight,
  integration: IconLambda,
  'response-mapping': IconArrowsExchange,
}

/** The one icon of a step, the same in ladders, trees and tables. */
export function StepIcon({ step, size = 16 }: { readonly step: LadderStep; readonly size?: number }) {
  const Shape = ICONS[step]
  return <Shape size={size} stroke={1.6} aria-hidden="true" />
}

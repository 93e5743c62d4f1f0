import {
  IconAdjustments,
  IconBraces,
  IconFingerprint,
  IconGauge,
  IconKey,
  IconMessageExclamation,
  IconShieldLock,
  IconStack2,
  IconUsers,
  IconWorld,
  IconWorldShare,
  type Icon,
} from '@tabler/icons-react'
import type { DesignTab } from '../../stores/ui-store'

const ICONS: { readonly [kind in Exclude<DesignTab['kind'], 'route'>]: Icon } = {
  authorizers: IconFingerprint,
  'usage-plans': IconGauge,
  'api-keys': IconKey,
  models: IconBraces,
  'gateway-responses': IconMessageExclamation,
  policy: IconShieldLock,
  stages: IconStack2,
  callers: IconUsers,
  cors: IconWorldShare,
  api: IconAdjustments,
  domains: IconWorld,
}

export function TabIcon({ kind }: { readonly kind: Exclude<DesignTab['kind'], 'route'> }) {
  const Shape = ICONS[kind]
  return <Shape size={14} stroke={1.6} aria-hidden="true" />
}

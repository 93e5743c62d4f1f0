import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import { ALL_METHODS, type MethodSetting } from '../method-settings'
import { checkThrottle } from './check-throttle'
import { hasMethodSettingKey } from './method-keys'
import { isWholeWithin } from './numbers'
import { unless, type Path } from './problem'
import type { StageScope } from './scope'

/** Method settings are for methods that exist, with numbers in range. Source: rest-api.md 5.2, 6.1, 11.2. */
export function checkMethodSettings({ api, stage, name, at }: StageScope): Diagnostic[] {
  return Object.entries(stage.methodSettings).flatMap(([key, setting]) => {
    const settingAt = [...at, 'methodSettings', key]
    const label = `${key === ALL_METHODS ? 'All methods' : key} in stage ${name}`
    return [
      ...unless(
        key === ALL_METHODS || hasMethodSettingKey(api, key),
        'design/method-setting-unknown-route',
        settingAt,
        () => `${label}: ${api.name} has no such method, so the setting has no effect. Remove it.`,
        'warning',
      ),
      ...checkNumbers(label, setting, settingAt),
    ]
  })
}

function checkNumbers(label: string, setting: MethodSetting, at: Path): Diagnostic[] {
  const { throttlingRateLimit, throttlingBurstLimit, cacheTtlInSeconds } = setting
  const max = LIMITS.cacheTtlMax.value
  return [
    ...checkThrottle(label, at, {
      rate: ['throttlingRateLimit', throttlingRateLimit],
      burst: ['throttlingBurstLimit', throttlingBurstLimit],
    }),
    ...unless(
      cacheTtlInSeconds === undefined || isWholeWithin(cacheTtlInSeconds, 0, max),
      'design/cache-ttl-invalid',
      [...at, 'cacheTtlInSeconds'],
      () => `${label}: cacheTtlInSeconds is ${cacheTtlInSeconds}. Give whole seconds from 0 (no caching) to ${max}.`,
    ),
  ]
}

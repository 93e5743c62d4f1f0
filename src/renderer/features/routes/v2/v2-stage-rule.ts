import type { V2Api } from '@shared/design/v2-api'

/** The rule that a new stage's name breaks. Source: http-api.md 3.2, websocket-api.md 10. */
export function problemOfV2StageName(api: V2Api, name: string): string | undefined {
  if (Object.hasOwn(api.stages, name)) return `Stage ${name} exists already`
  if (name === '$default') return api.protocolType === 'HTTP' ? undefined : 'Only HTTP APIs have a stage $default'
  return /^[A-Za-z0-9_-]{1,128}$/.test(name) ? undefined : 'Letters, digits, _ and -, at most 128, or $default'
}

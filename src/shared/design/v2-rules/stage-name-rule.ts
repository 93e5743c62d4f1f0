import type { V2Api } from '../v2-api'

/** The rule that a new stage's name breaks, or undefined. Source: http-api.md 3.2, websocket-api.md 10. */
export function problemOfV2StageName(api: V2Api, name: string): string | undefined {
  if (Object.hasOwn(api.stages, name)) return `Stage ${name} exists already`
  if (name === '$default') return api.protocolType === 'HTTP' ? undefined : 'Only HTTP APIs have a stage $default'
  if (/^[A-Za-z0-9_-]{1,128}$/.test(name)) return undefined
  const orDefault = api.protocolType === 'HTTP' ? ', or $default' : ''
  return `Letters, digits, _ and -, at most 128${orDefault}`
}

import type { ScriptJson } from './script-json'

/** Members as the command line of `apigatewayv2` calls them: { allowOrigins } -> { AllowOrigins }. What is absent is left out. */
export function wireMembers(record: object): Record<string, ScriptJson> {
  const members = Object.entries(record).filter(([, value]) => value !== undefined)
  return Object.fromEntries(members.map(([name, value]) => [wireName(name), value as ScriptJson]))
}

function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

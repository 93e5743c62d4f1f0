import { JavaMap } from '../java/java-map'
import { fromJson } from './from-json'

/** `$context`: what was given, and the two maps a template writes its overrides to. */
export function contextVariable(context: { readonly [name: string]: unknown }): JavaMap {
  const map = fromJson(context) as JavaMap
  ensureMaps(map, 'requestOverride', ['path', 'querystring', 'header'])
  ensureMaps(map, 'responseOverride', ['header'])
  return map
}

function ensureMaps(context: JavaMap, name: string, members: readonly string[]): void {
  const found = context.get(name)
  const override = found instanceof JavaMap ? found : new JavaMap()
  if (override !== found) context.put(name, override)
  for (const member of members) if (!override.has(member)) override.put(member, new JavaMap())
}

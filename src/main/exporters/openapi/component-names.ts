import type { OpenApiContext } from './openapi-context'

/** What OpenAPI 3 lets a component be called. Source: OpenAPI 3.0.3, Components Object. */
const COMPONENT_NAME = /^[A-Za-z0-9._-]+$/

/**
 * The names that parts of a design have in the document: their own, unless the notation does not take them. `taken`: names that others
 * have already; every name that is given is added.
 */
export function componentNames(
  context: OpenApiContext,
  kind: string,
  names: readonly string[],
  pointerOf: (name: string) => string,
  taken = new Set<string>(),
): ReadonlyMap<string, string> {
  const isFree = context.version === 'swagger2'
  for (const name of names) if (isFree || COMPONENT_NAME.test(name)) taken.add(name)
  return new Map(
    names.map((name) => {
      if (isFree || COMPONENT_NAME.test(name)) return [name, name]
      const written = freeName(name.replace(/[^A-Za-z0-9._-]+/g, '_'), taken)
      const message = `The ${kind} "${name}" is called "${written}" in the document: names in OpenAPI 3 have letters, digits, dots, dashes and underscores only.`
      context.findings.report('export/approximated', 'info', pointerOf(name), message)
      return [name, written]
    }),
  )
}

/** The name, with a number behind it when it is taken; takes it. */
export function freeName(wanted: string, taken: Set<string>): string {
  const base = wanted === '' ? 'unnamed' : wanted
  let name = base
  for (let number = 2; taken.has(name); number += 1) name = `${base}${number}`
  taken.add(name)
  return name
}

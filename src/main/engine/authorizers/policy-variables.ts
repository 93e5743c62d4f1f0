import { type ConditionKeys, keyValues } from './condition-keys'

/** Only policies of this version have variables; in others `${` is ordinary text. */
export const VERSION_WITH_VARIABLES = '2012-10-17'

/** How wildcard characters are written where they mean themselves. */
const LITERAL_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['*', '*'],
  ['?', '?'],
  ['$', '$'],
])

/**
 * "arn:.../${aws:username}/*" with the values of the request. Null when a variable has no value, or several: nothing then matches.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 * Departure: a `*` that comes from `${*}` or from a value still works as a wildcard where wildcards do.
 */
export function fillVariables(text: string, keys: ConditionKeys): string | null {
  if (!text.includes('${')) return text
  let isComplete = true
  const filled = text.replaceAll(/\$\{([^{}]*)\}/g, (_reference, inner: string) => {
    const value = variableValue(inner, keys)
    if (value === undefined) isComplete = false
    return value ?? ''
  })
  return isComplete ? filled : null
}

/** "aws:username" or "aws:PrincipalTag/team, 'none'", the second with a default. */
function variableValue(inner: string, keys: ConditionKeys): string | undefined {
  const literal = LITERAL_CHARACTERS.get(inner)
  if (literal !== undefined) return literal
  const [, name = '', fallback] = /^([^,]*?)\s*(?:,\s*'([^']*)'\s*)?$/.exec(inner) ?? []
  const values = keyValues(keys, name.trim())
  return values?.length === 1 ? values[0] : fallback
}

import { isRecord, quoted } from '../json-place'
import { NO_VALUE, type Evaluation, type Spot } from './evaluation'
import { holdsFunction, scalarText } from './template-function'

/** `Fn::FindInMap`: the value of the section `Mappings` below two keys, else its `DefaultValue`. The arguments are evaluated. */
export function findInMap(argument: unknown, spot: Spot, { mappings, findings }: Evaluation): unknown {
  const keys = Array.isArray(argument) ? argument.slice(0, 3).map((key) => scalarText(key)) : []
  const fallback = Array.isArray(argument) ? defaultOf(argument[3]) : undefined
  const [map, top, second] = keys
  const found =
    map === undefined || top === undefined || second === undefined ? undefined : member(mappings, [map, top, second])
  if (found !== undefined) return found
  if (fallback !== undefined) return fallback.value
  const asked = keys.map((key) => (key === undefined ? 'something' : quoted(key))).join(', ')
  const message = holdsFunction(argument)
    ? 'Fn::FindInMap is left out: its keys depend on resources, which AWS does not allow.'
    : `Fn::FindInMap is left out: "Mappings" has nothing at ${asked === '' ? 'no keys' : asked}. Add it there, or correct the keys.`
  findings.report('import/reference-unresolved', 'error', spot.source, message)
  return NO_VALUE
}

function defaultOf(options: unknown): { readonly value: unknown } | undefined {
  return isRecord(options) && Object.hasOwn(options, 'DefaultValue') ? { value: options['DefaultValue'] } : undefined
}

function member(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined),
    value,
  )
}

import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { ApiKey } from '../api-key'
import type { Design } from '../design'
import { problem, unless, type Path } from './problem'

/** Values and names of API keys. Source: rest-api.md 5.5 (texts recorded). */
export function checkApiKeys(design: Design): Diagnostic[] {
  return [
    ...design.apiKeys.flatMap((key, index) => checkValue(key, ['apiKeys', index, 'value'])),
    ...checkRepeated(design.apiKeys, 'value'),
    ...checkRepeated(design.apiKeys, 'name'),
  ]
}

function checkValue({ name, value }: ApiKey, at: Path): Diagnostic[] {
  const min = LIMITS.apiKeyValueMin.value
  const max = LIMITS.apiKeyValueMax.value
  const isShort = value.length < min
  return [
    ...unless(!isShort && value.length <= max, 'design/api-key-value-length', at, () =>
      isShort
        ? `API key ${name}: API Key value should be at least ${min} characters`
        : `API key ${name}: API Key value exceeds maximum size of ${max} characters`,
    ),
    ...unless(
      /^[A-Za-z0-9]*$/.test(value),
      'design/api-key-value-characters',
      at,
      () =>
        `API key ${name}: the value has characters other than letters and digits. Use ${min} to ${max} letters and digits.`,
      'warning',
    ),
  ]
}

function checkRepeated(keys: readonly ApiKey[], member: 'value' | 'name'): Diagnostic[] {
  const firstWith = new Map<string, ApiKey>()
  return keys.flatMap((key, index) => {
    const first = firstWith.get(key[member])
    const at = ['apiKeys', index, member]
    if (!first) {
      firstWith.set(key[member], key)
      return []
    }
    return member === 'value'
      ? [
          problem(
            'design/api-key-value-duplicate',
            at,
            `API keys ${first.name} and ${key.name} have the same value. Change one.`,
          ),
        ]
      : [
          problem(
            'design/api-key-name-duplicate',
            at,
            `Two API keys are named ${key.name}. Scenarios know keys by name and take the first; rename one.`,
            'warning',
          ),
        ]
  })
}

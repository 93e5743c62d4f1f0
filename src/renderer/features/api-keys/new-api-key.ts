import type { ApiKey } from '@shared/design/api-key'
import { randomText, type FillRandom } from '@shared/design/fill-random'
import { unusedId } from '@shared/design/unused-id'
import { LIMITS } from '@shared/limits'

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Forty letters and digits, as the service generates them. */
export function generateKeyValue(fillRandom: FillRandom): string {
  return randomText(40, LETTERS_AND_DIGITS, fillRandom)
}

/** An enabled key with a generated value; departure: the service leaves keys made without the flag disabled. */
export function newApiKey(name: string, keys: readonly ApiKey[], fillRandom: FillRandom): ApiKey {
  const taken = keys.map((key) => key.id)
  return { id: unusedId(`key ${name}`, 10, taken), name, enabled: true, value: generateKeyValue(fillRandom) }
}

/** Source: rest-api.md 5.5. */
export function problemOfKeyValue(keys: readonly ApiKey[], id: string, value: string): string | undefined {
  const [least, most] = [LIMITS.apiKeyValueMin.value, LIMITS.apiKeyValueMax.value]
  if (!/^[A-Za-z0-9]*$/.test(value)) return 'Letters and digits'
  if (value.length < least) return `At least ${least} characters; this has ${value.length}`
  if (value.length > most) return `At most ${most} characters; this has ${value.length}`
  const same = keys.find((key) => key.value === value && key.id !== id)
  return same === undefined ? undefined : `${same.name} has this value already`
}

export function problemOfKeyName(keys: readonly ApiKey[], id: string | null, name: string): string | undefined {
  if (name.trim() === '') return 'A key needs a name'
  return keys.some((key) => key.name === name && key.id !== id)
    ? `${name} exists already; scenarios know keys by name`
    : undefined
}

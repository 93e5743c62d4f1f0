/** A setting's value as a person reads it: lists with commas, objects as JSON. Never cut short: who shows it knows the room there is. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value === '' ? '""' : value
  if (Array.isArray(value) && value.length === 0) return 'none'
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.map(String).join(', ')
  return JSON.stringify(value) ?? 'none'
}

const SHOWN_OF_SECRET = 4

/** Enough to tell two secrets apart, not enough to use one. */
export function secretText(value: unknown): string {
  const text = valueText(value)
  return text.length > 2 * SHOWN_OF_SECRET ? `…${text.slice(-SHOWN_OF_SECRET)}` : '…'
}

import type { JwtClaims } from './claims'
import { decimalText } from './decimal-text'

/**
 * Claims as an HTTP API passes them on: each as text, those of null left out.
 * Source: http-api.md 5.5: lists as Go prints them, numbers without an exponent, objects as JSON.
 */
export function httpClaims(claims: JwtClaims): Readonly<Record<string, string>> {
  const entries = Object.entries(claims).filter(([, value]) => value !== null)
  return Object.fromEntries(entries.map(([name, value]) => [name, claimText(value)]))
}

/** ["admin", ["a", 1]] -> "[admin [a 1]]". */
function claimText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return decimalText(value)
  return Array.isArray(value) ? `[${value.map(claimText).join(' ')}]` : JSON.stringify(value)
}

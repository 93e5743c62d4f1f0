import { formatDate } from '../../vtl/java/format/format-date'
import type { FormatSpecifier } from '../../vtl/java/format/format-specifier'
import { JavaLong } from '../../vtl/java/java-number'
import type { JwtClaims } from './claims'
import { decimalText } from './decimal-text'

/** "Sun Mar 28 13:40:42 UTC 2021": what a Java Date prints. */
const JAVA_DATE: FormatSpecifier = {
  source: 'tc',
  index: 0,
  flags: '',
  width: null,
  precision: null,
  conversion: 'c',
  isUpperCase: false,
  isDate: true,
}

/** Claims that the service has read as dates before it prints them. `auth_time` is not among them. */
const DATES: readonly string[] = ['exp', 'iat', 'nbf']

/**
 * Claims as a REST API passes those of a user pool on, in `$context.authorizer.claims` and in proxy events: each as text, those of null
 * left out.
 * Source: events that several people have published: "exp": "Sun Mar 28 13:40:42 UTC 2021", "auth_time": "1616935242",
 * "email_verified": "true", "cognito:groups": "admin,users". `nbf` is assumed to be printed like `exp`.
 */
export function cognitoClaims(claims: JwtClaims): Readonly<Record<string, string>> {
  const entries = Object.entries(claims).filter(([, value]) => value !== null)
  return Object.fromEntries(entries.map(([name, value]) => [name, claimText(name, value)]))
}

function claimText(name: string, value: unknown): string {
  if (typeof value === 'number') return DATES.includes(name) ? dateText(value) : decimalText(value)
  return Array.isArray(value) ? value.map(entryText).join(',') : entryText(value)
}

function entryText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? decimalText(value) : JSON.stringify(value)
}

function dateText(seconds: number): string {
  return formatDate(JAVA_DATE, new JavaLong(BigInt(Math.floor(seconds)) * 1000n))
}

import { claim, type JwtClaims } from './claims'
import { jwtProblem, shown, type JwtProblem } from './jwt-problem'

/**
 * Seconds by which clocks may differ.
 * Source: none is documented for either kind of API (http-api.md 5.2, inferred).
 */
export const CLOCK_SKEW_SECONDS = 0

/** `isExpired`: the token was good once. */
export interface TimeProblem extends JwtProblem {
  readonly isExpired: boolean
}

/**
 * Whether `exp` (which must be there), `nbf` and `iat` let a token be used now; null when they do.
 * Units: claims in seconds since 1970, `now` in milliseconds since 1970.
 * Source: API Gateway Developer Guide, "Control access to HTTP APIs with JWT authorizers"; RFC 7519, 4.1.
 */
export function timeProblem(claims: JwtClaims, now: number): TimeProblem | null {
  const seconds = now / 1000
  const exp = claim(claims, 'exp')
  if (!isInstant(exp)) return unusable('exp', exp)
  if (exp + CLOCK_SKEW_SECONDS <= seconds) {
    const ago = Math.round(seconds - exp)
    return { ...jwtProblem('the token has expired', `the token has expired ${ago} s ago`), isExpired: true }
  }
  return startProblem(claims, 'nbf', seconds) ?? startProblem(claims, 'iat', seconds)
}

function startProblem(claims: JwtClaims, name: 'nbf' | 'iat', seconds: number): TimeProblem | null {
  const value = claim(claims, name)
  if (value === undefined) return null
  if (!isInstant(value)) return unusable(name, value)
  if (value - CLOCK_SKEW_SECONDS <= seconds) return null
  const detail = `the token is not valid yet: "${name}" is ${Math.round(value - seconds)} s from now`
  return { ...jwtProblem('the token is not valid yet', detail), isExpired: false }
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function unusable(name: string, value: unknown): TimeProblem {
  const detail = value === undefined ? `the token has no "${name}"` : `"${name}" is ${shown(value)}, which is no time`
  return { ...jwtProblem(`the token has no valid ${name}`, detail), isExpired: false }
}

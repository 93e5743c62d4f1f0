import { basicDate, parseBasicDate, parseHttpDate } from './basic-date'
import type { PresentedSignature } from './presented-signature'
import { sigV4Failure, type SigV4Failure } from './sigv4-failure'

/** How far the clocks of a caller and of the gateway may be apart. Source: rest-api.md 7.5. */
export const CLOCK_SKEW_SECONDS = 300

/** A week. Source: IAM User Guide, "Elements of an AWS API request signature", X-Amz-Expires. */
export const MAXIMUM_EXPIRES_SECONDS = 604_800

/**
 * When a request was signed, in milliseconds since 1970, or why that is not now. A signature in the query is good for `X-Amz-Expires`
 * seconds, without it as long as one in the header.
 * Source: rest-api.md 7.5.
 * Departure: the deployed service is said to end presigned URLs after the same 5 minutes, whatever their `X-Amz-Expires`.
 */
export function checkSignatureTime(presented: PresentedSignature, now: number): number | SigV4Failure {
  const signedAt = [parseBasicDate, parseHttpDate].map((parse) => parse(presented.date)).find((ms) => !Number.isNaN(ms))
  if (signedAt === undefined) {
    const message = `Date must be in ISO-8601 'basic format'. Got '${presented.date}'. See http://en.wikipedia.org/wiki/ISO_8601`
    return sigV4Failure('IncompleteSignatureException', message)
  }
  const seconds = lifetimeSeconds(presented.expires)
  if (seconds === null) {
    const message = `'X-Amz-Expires' must be a number of seconds from 1 to ${MAXIMUM_EXPIRES_SECONDS}. Got '${presented.expires}'.`
    return sigV4Failure('IncompleteSignatureException', message)
  }
  const [earliest, latest] = [now - seconds * 1000, now + CLOCK_SKEW_SECONDS * 1000]
  if (signedAt < earliest) {
    return outOfTime(
      `Signature expired: ${basicDate(signedAt)} is now earlier than`,
      earliest,
      now,
      `- ${spell(seconds)}`,
    )
  }
  if (signedAt <= latest) return signedAt
  const margin = `+ ${spell(CLOCK_SKEW_SECONDS)}`
  return outOfTime(`Signature not yet current: ${basicDate(signedAt)} is still later than`, latest, now, margin)
}

/** Null when it is no such number. */
function lifetimeSeconds(expires: string | undefined): number | null {
  if (expires === undefined) return CLOCK_SKEW_SECONDS
  const seconds = /^\d{1,6}$/.test(expires) ? Number(expires) : 0
  return seconds >= 1 && seconds <= MAXIMUM_EXPIRES_SECONDS ? seconds : null
}

function outOfTime(what: string, limit: number, now: number, margin: string): SigV4Failure {
  return sigV4Failure('InvalidSignatureException', `${what} ${basicDate(limit)} (${basicDate(now)} ${margin}.)`)
}

/** 300 -> "5 min". */
function spell(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} sec`
}

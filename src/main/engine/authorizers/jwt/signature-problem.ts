import type { Jwt } from './decode-jwt'
import { jwtProblem, shown, type JwtProblem } from './jwt-problem'
import type { JwtVerifier, RsaAlgorithm } from './jwt-verifier'
import type { KeyLookup } from './rsa-key'

/** What the header alone rules out, before any key is asked for; null when nothing. */
export function headerProblem({ algorithm, kid }: Jwt, accepted: readonly RsaAlgorithm[]): JwtProblem | null {
  if (!isAccepted(algorithm, accepted)) {
    const detail = `the token is signed with ${shown(algorithm)}, and only ${accepted.join(', ')} are accepted`
    return jwtProblem('the signing algorithm is not supported', detail)
  }
  return kid === null ? jwtProblem('the token names no key', 'the header of the token has no "kid"') : null
}

/** Null when one of the issuer's keys has signed the token. `kid` does nothing but choose among them. */
export function signatureProblem(
  jwt: Jwt,
  accepted: readonly RsaAlgorithm[],
  lookup: KeyLookup,
  verifier: JwtVerifier,
): JwtProblem | null {
  const { algorithm, kid, signingInput, signature } = jwt
  if (!isAccepted(algorithm, accepted)) return headerProblem(jwt, accepted)
  if (lookup.kind === 'unavailable') return jwtProblem("the issuer's keys cannot be read", lookup.problem)
  const candidates = lookup.keys.filter((key) => key.kid === kid)
  if (candidates.length === 0) {
    const known = lookup.keys.map((key) => shown(key.kid)).join(', ')
    const detail = `the token names the key ${shown(kid)}, and the issuer has ${known === '' ? 'none' : known}`
    return jwtProblem('the key of the token is unknown', detail)
  }
  const isSigned = candidates.some((key) => verifier.verify(algorithm, key, signingInput, signature))
  return isSigned ? null : jwtProblem('the signature is not valid', `the key ${shown(kid)} did not sign this token`)
}

function isAccepted(algorithm: string, accepted: readonly RsaAlgorithm[]): algorithm is RsaAlgorithm {
  return accepted.some((one) => one === algorithm)
}

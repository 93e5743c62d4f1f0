import { judgeHttpJwt, readHttpJwt, type HttpJwtDecision } from '../../engine/authorizers/jwt/decide-http-jwt'
import { nodeJwtVerifier } from '../../live/identity/jwt-verifier'
import { TokenMaker } from '../../live/identity/testing/token-maker'
import { judged, playedFile, skipped, type CaseResult, type ConformanceSuite } from '../conformance-suite'
import { exactDifference } from '../exact-difference'
import { CannotPlay } from './jwt/cannot-play'
import { caseToken } from './jwt/case-token'
import { ISSUER, IssuerModel } from './jwt/issuer-model'
import { unknownMembers, type Matrix, type MatrixCase } from './jwt/matrix'

const VERIFIER = nodeJwtVerifier()

/** Tokens sent to an HTTP API with a JWT authorizer, whose issuer and time are played. Each case has an issuer of its own. */
export const JWT_SUITE: ConformanceSuite = {
  folder: 'jwt',
  play(folder) {
    const tokens = new TokenMaker()
    return folder.files
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => playedFile(file, () => playMatrix(folder.json(file) as Matrix, tokens)))
  },
}

function playMatrix(matrix: Matrix, tokens: TokenMaker): CaseResult[] {
  return matrix.cases.map((entry, index) => {
    const id = entry.id ?? `jwt/${index}`
    const unknown = unknownMembers(entry)
    if (unknown.length > 0) return skipped(id, `"${unknown.join('", "')}" cannot be played yet`)
    if (acceptable(entry).length === 0) return skipped(id, 'nothing is expected')
    try {
      return judged(id, differenceOf(entry, matrix, tokens))
    } catch (error) {
      return error instanceof CannotPlay
        ? skipped(id, error.message)
        : judged(id, `playing it failed: ${String(error)}`)
    }
  })
}

/** Statuses of which one must come back. */
function acceptable({ expect, status, statuses }: MatrixCase): readonly number[] {
  if (statuses !== undefined) return statuses
  if (status !== undefined) return [status]
  if (expect === 'allow') return [200]
  return expect === 'deny' ? [401, 403] : []
}

function differenceOf(entry: MatrixCase, matrix: Matrix, tokens: TokenMaker): string | undefined {
  const issuer = new IssuerModel(tokens)
  for (const step of entry.before?.split(';') ?? []) issuer.prepare(step)
  const token = caseToken(entry, matrix, tokens, issuer.now)
  const statuses = acceptable(entry)
  let decision = decide(entry, matrix, token, issuer)
  for (let second = 0; second < (entry.within ?? 0) && !statuses.includes(statusOf(decision)); second++) {
    issuer.now += 1000
    decision = decide(entry, matrix, token, issuer)
  }
  const status = statusOf(decision)
  if (!statuses.includes(status)) {
    const why = decision.kind === 'refused' ? ` (${decision.reason})` : ''
    return `status: expected ${statuses.join(' or ')}, found ${status}${why}`
  }
  if (issuer.strayFetches.length > 0) return `fetched ${issuer.strayFetches.join(', ')}`
  if (Object.keys(Object.prototype).length > 0) return 'a claim has changed the prototype of every object'
  return decision.kind === 'refused' ? answerDifference(decision, matrix) : undefined
}

function answerDifference(
  { status, message, wwwAuthenticate }: Extract<HttpJwtDecision, { kind: 'refused' }>,
  { bodies }: Matrix,
): string | undefined {
  if (status === 401 && !wwwAuthenticate.startsWith('Bearer')) return `www-authenticate: found "${wwwAuthenticate}"`
  const body = bodies[status]
  return body === undefined ? undefined : exactDifference(body, { message }, 'body')
}

function statusOf(decision: HttpJwtDecision): number {
  return decision.kind === 'allowed' ? 200 : decision.status
}

function decide(
  { header, route, audience }: MatrixCase,
  { defaults }: Matrix,
  token: string,
  issuer: IssuerModel,
): HttpJwtDecision {
  const given = header === undefined ? defaults.requestHeader : header
  const headers = typeof given === 'string' ? [given] : given
  // A gateway joins headers that come several times.
  const identity = headers === null ? null : headers.map((value) => value.replaceAll('{token}', token)).join(',')
  const scopes = route?.scopes ?? []
  const reading = readHttpJwt(identity, scopes)
  if (reading.kind === 'refused') return reading
  const authorizer = { issuer: ISSUER, audience: audience ?? defaults.audience }
  return judgeHttpJwt(reading.jwt, authorizer, scopes, issuer.find(reading.jwt.kid), issuer.now, VERIFIER)
}

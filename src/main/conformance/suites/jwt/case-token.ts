import type { TokenMaker } from '../../../live/identity/testing/token-maker'
import { CannotPlay } from './cannot-play'
import { ATTACKER, ISSUER } from './issuer-model'
import type { Matrix, MatrixCase, Members, Signing } from './matrix'

/** The token that a case sends. `now` is in milliseconds since 1970. Throws `CannotPlay`. */
export function caseToken(entry: MatrixCase, { defaults }: Matrix, tokens: TokenMaker, now: number): string {
  const seconds = Math.floor(now / 1000)
  const { alg, kid, header: extra, key = 'k1', secret } = entry.sign ?? {}
  const changes = { ...(alg === undefined ? {} : { alg }), ...(kid === undefined ? {} : { kid }), ...extra }
  const header = meant({ ...defaults.header, ...changes }, seconds, tokens)
  const claims = JSON.stringify(meant({ ...defaults.claims, ...entry.claims }, seconds, tokens))
  const payload = entry.claimsRaw === undefined ? claims : `${claims.slice(0, -1)},${entry.claimsRaw}}`
  const signer = secret === undefined ? key : { secret: secretOf(secret, tokens) }
  const token = tokens.token(header, payload, signer)
  return entry.mutate === undefined ? token : mutated(token, entry.mutate)
}

/** Without members of null, and with every word replaced by what it stands for. */
function meant(members: Members, seconds: number, tokens: TokenMaker): Members {
  const entries = Object.entries(members).filter(([, value]) => value !== null)
  return Object.fromEntries(entries.map(([name, value]) => [name, meaning(value, seconds, tokens)]))
}

function meaning(value: unknown, seconds: number, tokens: TokenMaker): unknown {
  if (Array.isArray(value)) return value.map((entry) => meaning(entry, seconds, tokens))
  if (typeof value !== 'string') return value
  const [, sign, offset] = /^now(?:([+-])(\d+))?$/.exec(value) ?? []
  if (value === 'now' || offset !== undefined) return seconds + Number(`${sign ?? '+'}${offset ?? 0}`)
  const [, what, count] = /^(x|k|nest)\*(\d+)$/.exec(value) ?? []
  if (what === 'nest') return nested(Number(count))
  if (what !== undefined) return what.repeat(Number(count))
  if (value.startsWith('public:')) return tokens.publicJwk(value.slice('public:'.length))
  return value.replaceAll('{issuer}', ISSUER).replaceAll('{attacker}', ATTACKER)
}

function nested(depth: number): object {
  let value: object = {}
  for (let level = 1; level < depth; level++) value = { nest: value }
  return value
}

function secretOf(secret: NonNullable<Signing['secret']>, tokens: TokenMaker): string {
  const [, what, name = ''] = /^(public-pem|modulus):(.+)$/.exec(secret) ?? []
  if (what === undefined) return secret
  return what === 'modulus' ? String(tokens.publicJwk(name).n) : tokens.publicPem(name)
}

function mutated(token: string, mutation: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const [, part, name = '', value = ''] = /^(header|payload)-([a-z]+)-(.+)$/.exec(mutation) ?? []
  if (mutation === 'drop-signature-segment') return `${header}.${payload}`
  if (mutation === 'append-segment') return `${token}.${signature}`
  if (mutation === 'empty-signature') return `${header}.${payload}.`
  if (mutation === 'flip-signature-bit') return `${header}.${payload}.${flipped(signature)}`
  if (part === 'payload') return `${header}.${changed(payload, name, value)}.${signature}`
  if (part === 'header') {
    return `${changed(header, name, value.replace(/-keep-signature$/, ''))}.${payload}.${signature}`
  }
  throw new CannotPlay(`"${mutation}" in "mutate" is not known`)
}

function flipped(signature: string): string {
  const bytes = Buffer.from(signature, 'base64url')
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  return bytes.toString('base64url')
}

/** A part of a token with one member changed. */
function changed(part: string, name: string, value: string): string {
  const members = JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Members
  return Buffer.from(JSON.stringify({ ...members, [name]: value })).toString('base64url')
}

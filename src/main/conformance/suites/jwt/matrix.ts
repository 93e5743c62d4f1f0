/** A file of cases. Its own `words` say what the members mean. */
export interface Matrix {
  readonly defaults: {
    readonly header: Members
    readonly claims: Members
    readonly audience: readonly string[]
    readonly requestHeader: string
  }
  /** By status. */
  readonly bodies: Members
  readonly cases: readonly MatrixCase[]
}

export type Members = Readonly<Record<string, unknown>>

/** What a case changes from the defaults, and what must come back. */
export interface MatrixCase {
  readonly id?: string
  readonly expect?: string
  readonly status?: number
  /** All that are acceptable, where it is not one only. */
  readonly statuses?: readonly number[]
  /** Merged over the defaults; null removes. */
  readonly claims?: Members
  /** Further members of the payload as JSON text. */
  readonly claimsRaw?: string
  readonly sign?: Signing
  readonly mutate?: string
  /** "restart;jwks-down". */
  readonly before?: string
  /** Null for no header, a list for several. */
  readonly header?: string | readonly string[] | null
  readonly route?: { readonly scopes?: readonly string[] }
  readonly audience?: readonly string[]
  /** Seconds during which the request may be repeated. */
  readonly within?: number
}

export interface Signing {
  readonly alg?: string
  /** Name of the key that signs. */
  readonly key?: string
  readonly kid?: unknown
  readonly header?: Members
  /** "public-pem:k1", "modulus:k1", or the secret itself. */
  readonly secret?: string
}

/** Members that say nothing about how a case is played. */
const REMARKS: readonly string[] = ['why', 'basis', 'observe']
const PLAYED: readonly (keyof MatrixCase)[] = [
  'id',
  'expect',
  'status',
  'statuses',
  'claims',
  'claimsRaw',
  'sign',
  'mutate',
  'before',
  'header',
  'route',
  'audience',
  'within',
]

/** Names of members that would have to be played and are not known. */
export function unknownMembers(entry: MatrixCase): readonly string[] {
  const known: readonly string[] = [...REMARKS, ...PLAYED]
  return Object.keys(entry).filter((name) => !known.includes(name))
}

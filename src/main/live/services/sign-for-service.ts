import type { IamUser } from '@shared/design/identity'
import { signRequest } from '../../engine/authorizers/sigv4/sign-request'
import type { HeaderList } from '../../engine/mapping/header-list'
import { NODE_SIGV4_CRYPTO } from '../identity/sigv4-crypto'

/** A request on its way to an endpoint, as the signature covers it. */
export interface RequestToSign {
  readonly method: string
  readonly path: string
  readonly rawQuery: string
  /** `Host` among them. */
  readonly headers: HeaderList
  readonly body: Uint8Array
}

/** What a signature is made for. */
export interface SigningScope {
  readonly region: string
  /** "dynamodb". */
  readonly service: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Whose keys sign: the local user whose name is that of the role in `credentials`, else the first one. Null: nothing is signed. */
export function signingUser(users: readonly IamUser[], credentials: string | undefined): IamUser | null {
  const name = credentials?.split('/').at(-1)
  return users.find((user) => user.name === name) ?? users[0] ?? null
}

/** The headers of a request with those of its signature. S3 wants the body's hash among them, and its path as it is. */
export function signedHeaders(
  user: IamUser,
  request: RequestToSign,
  { region, service, at }: SigningScope,
): HeaderList {
  const { accessKeyId, secretAccessKey } = user
  const isS3 = service === 's3'
  const options = {
    credentials: { accessKeyId, secretAccessKey },
    region,
    service,
    at,
    form: 'header' as const,
    normalizesPath: !isS3,
    sendsPayloadHash: isS3,
  }
  return signRequest(request, options, NODE_SIGV4_CRYPTO).request.headers
}

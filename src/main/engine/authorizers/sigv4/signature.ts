import { encodeUtf8 } from '../../vtl/java/text/utf8'
import { TERMINATOR, type CredentialScope } from './credential-scope'
import type { SigV4Crypto } from './sigv4-crypto'

/** Lower-case hexadecimal, 64 characters. Source: IAM User Guide, "Create a signed AWS API request", steps 4 and 5. */
export function signature(
  secretAccessKey: string,
  { date, region, service }: CredentialScope,
  stringToSign: string,
  { hmacSha256 }: SigV4Crypto,
): string {
  const secret = encodeUtf8(`AWS4${secretAccessKey}`)
  const key = [date, region, service, TERMINATOR].reduce((derived, text) => hmacSha256(derived, text), secret)
  return [...hmacSha256(key, stringToSign)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

import { encodeUtf8 } from '../../vtl/java/text/utf8'
import { scopeText, type CredentialScope } from './credential-scope'
import type { SigV4Crypto } from './sigv4-crypto'

export const ALGORITHM = 'AWS4-HMAC-SHA256'

/** `date` as in "20260131T123000Z". Source: IAM User Guide, "Create a signed AWS API request", step 3. */
export function stringToSign(
  date: string,
  scope: CredentialScope,
  canonicalRequest: string,
  { sha256Hex }: SigV4Crypto,
): string {
  const hash = sha256Hex(encodeUtf8(canonicalRequest))
  return [ALGORITHM, date, scopeText(scope), hash].join('\n')
}

/** What a signing key is good for. */
export interface CredentialScope {
  /** "20260131". */
  readonly date: string
  /** "us-east-1". */
  readonly region: string
  /** "execute-api". */
  readonly service: string
}

export const TERMINATOR = 'aws4_request'

/** "20260131/us-east-1/execute-api/aws4_request". */
export function scopeText({ date, region, service }: CredentialScope): string {
  return `${date}/${region}/${service}/${TERMINATOR}`
}

/** "us-east-1_AbCdEf123": the Region is part of the id. */
const REGION_OF_ID = /^([a-z]{2}(?:-[a-z]+)+-\d{1,2})_/
const USER_POOL_ARN = /^arn:aws[a-z-]*:cognito-idp:([a-z0-9-]+):\d*:userpool\/([^/:\s]+)$/

/** The `iss` of a user pool's tokens. `region` counts when the id does not begin with one. */
export function cognitoIssuer(poolId: string, region: string): string {
  const own = REGION_OF_ID.exec(poolId)?.[1] ?? region
  const domain = own.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `https://cognito-idp.${own}.${domain}/${poolId}`
}

/** "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbC" -> its pool; null for any other text. */
export function readUserPoolArn(arn: string): { readonly poolId: string; readonly issuer: string } | null {
  const [, region = '', poolId = ''] = USER_POOL_ARN.exec(arn) ?? []
  return poolId === '' ? null : { poolId, issuer: cognitoIssuer(poolId, region) }
}

/** "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC" -> the id of its pool; null for any other issuer. */
export function readCognitoIssuer(issuer: string): string | null {
  return /^https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/([^/?#\s]+)$/.exec(issuer)?.[1] ?? null
}

import type { Design } from '@shared/design/design'

/** "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/$connect", or ".../prod/POST/@connections/...". */
export function routeArn(design: Design, apiId: string, stage: string, rest: string): string {
  return `arn:aws:execute-api:${design.region}:${design.accountId}:${apiId}/${stage}/${rest}`
}

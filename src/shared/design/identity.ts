import type { PolicyDocument } from './policy-document'

/** Who can call the APIs locally: stand-ins for Cognito user pools and for IAM. Nothing of it is exported. */
export interface Identity {
  readonly userPools: readonly UserPool[]
  readonly iamUsers: readonly IamUser[]
}

/** A Cognito user pool, played by the local identity provider. */
export interface UserPool {
  /** "us-east-1_AbCdEf123". Its ARN ends with it: `userPoolArn`. */
  readonly id: string
  readonly name: string
  readonly clients: readonly UserPoolClient[]
  readonly users: readonly PoolUser[]
}

/** An app client: whom tokens are minted for. */
export interface UserPoolClient {
  readonly clientId: string
  readonly name: string
  /** "orders/read": {resourceServer}/{scope}. */
  readonly scopes: readonly string[]
}

export interface PoolUser {
  readonly username: string
  /** A UUID. */
  readonly sub: string
  readonly groups: readonly string[]
  /** "email" -> "ada@example.com"; custom ones as "custom:team". */
  readonly attributes: Readonly<Record<string, string>>
}

/** An IAM user with one access key, for AWS_IAM. The keys are made up and good for nothing else. */
export interface IamUser {
  readonly name: string
  /** Twelve digits; the design's own account when absent. */
  readonly accountId?: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** What it may do. A user without policies may do nothing. */
  readonly policies: readonly PolicyDocument[]
}

/** "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123". */
export function userPoolArn(region: string, accountId: string, userPoolId: string): string {
  return `arn:aws:cognito-idp:${region}:${accountId}:userpool/${userPoolId}`
}

/** "arn:aws:iam::123456789012:user/ada". */
export function iamUserArn(accountId: string, name: string): string {
  return `arn:aws:iam::${accountId}:user/${name}`
}

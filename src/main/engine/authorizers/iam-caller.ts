import type { Design } from '@shared/design/design'
import { idFrom } from '@shared/design/id-from'
import { iamUserArn, type IamUser } from '@shared/design/identity'
import type { PolicyDocument } from '@shared/design/policy-document'
import type { ConditionKeys } from './condition-keys'
import type { SigV4Key } from './sigv4/verify-sigv4'

/** Who has signed a request. */
export interface IamCaller {
  /** Twelve digits: the caller's own account. */
  readonly accountId: string
  /** "arn:aws:iam::123456789012:user/ada", or of the account itself "arn:aws:iam::123456789012:root". */
  readonly arn: string
  /** "AIDAX3K9V0A2BQ7M1C5T8", or of the account itself its number. */
  readonly userId: string
  /** Null for the account itself. */
  readonly userName: string | null
  readonly accessKeyId: string
  readonly policies: readonly PolicyDocument[]
}

/** An access key of the account itself, which may do everything that no resource policy denies. */
export interface RootKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const EVERYTHING: PolicyDocument = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
}

/** Every access key that may sign, by its id: those of the design's IAM users and, before any of the same id, that of the account. */
export function iamKeys(design: Design, rootKey: RootKey | null): ReadonlyMap<string, SigV4Key<IamCaller>> {
  const users = (design.identity?.iamUsers ?? []).toReversed()
  const ofUsers = users.map((user) => [user.accessKeyId, userKey(user, design.accountId)] as const)
  return new Map([
    ...ofUsers,
    ...(rootKey === null ? [] : [[rootKey.accessKeyId, rootSigV4Key(rootKey, design)] as const]),
  ])
}

function userKey(user: IamUser, ownAccount: string): SigV4Key<IamCaller> {
  const { name, accountId = ownAccount, accessKeyId, secretAccessKey, policies } = user
  const arn = iamUserArn(accountId, name)
  // The design has no ids of users: the same user has the same one on every start.
  const userId = `AIDA${idFrom(arn, 17).toUpperCase()}`
  return { secretAccessKey, user: { accountId, arn, userId, userName: name, accessKeyId, policies } }
}

function rootSigV4Key({ accessKeyId, secretAccessKey }: RootKey, { accountId }: Design): SigV4Key<IamCaller> {
  const arn = `arn:aws:iam::${accountId}:root`
  const user = { accountId, arn, userId: accountId, userName: null, accessKeyId, policies: [EVERYTHING] }
  return { secretAccessKey, user }
}

/** What policies see of a caller. Source: IAM User Guide, "AWS global condition context keys", "Information about the requestor". */
export function iamCallerKeys({ accountId, arn, userId, userName }: IamCaller): ConditionKeys {
  return {
    'aws:PrincipalAccount': accountId,
    'aws:PrincipalArn': arn,
    'aws:PrincipalType': userName === null ? 'Account' : 'User',
    'aws:userid': userId,
    ...(userName !== null && { 'aws:username': userName }),
  }
}

import type { IamUser, Identity, PoolUser, UserPool, UserPoolClient } from '@shared/design/identity'
import { filled, list, optional, record, required, struct, text } from '../shape'
import { policyDocumentShape } from './policy-document.shape'

const userPoolClientShape = struct<UserPoolClient>('UserPoolClient', {
  clientId: required(text),
  name: required(text),
  scopes: filled(list(text), []),
})

const poolUserShape = struct<PoolUser>('PoolUser', {
  username: required(text),
  sub: required(text),
  groups: filled(list(text), []),
  attributes: filled(record(text), {}),
})

const userPoolShape = struct<UserPool>('UserPool', {
  id: required(text),
  name: required(text),
  clients: filled(list(userPoolClientShape), []),
  users: filled(list(poolUserShape), []),
})

const iamUserShape = struct<IamUser>('IamUser', {
  name: required(text),
  accountId: optional(text),
  accessKeyId: required(text),
  secretAccessKey: required(text),
  policies: filled(list(policyDocumentShape), []),
})

/** Local callers. */
export const identityShape = struct<Identity>('Identity', {
  userPools: filled(list(userPoolShape), []),
  iamUsers: filled(list(iamUserShape), []),
})

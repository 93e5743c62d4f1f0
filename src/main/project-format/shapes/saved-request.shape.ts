import {
  TOKEN_STATES,
  type SavedCaller,
  type SavedHeader,
  type SavedRequest,
  type SavedToken,
  type TokenState,
} from '@shared/design/saved-request'
import { filled, list, optional, required, struct, text, textOrNull, word } from '../shape'

const headerShape = struct<SavedHeader>('SavedHeader', { name: required(text), value: required(text) })

const tokenShape = struct<SavedToken>('SavedToken', {
  userPoolId: required(text),
  username: required(text),
  clientId: required(text),
  use: filled(word<SavedToken['use']>('id', 'access'), 'id'),
  scopes: filled(list(text), []),
  state: filled(word<TokenState>(...TOKEN_STATES), 'valid'),
  header: filled(text, 'Authorization'),
})

const callerShape = struct<SavedCaller>('SavedCaller', {
  sourceIp: optional(text),
  vpcEndpointId: optional(text),
})

/** A request of the Try screen. */
export const savedRequestShape = struct<SavedRequest>('SavedRequest', {
  name: required(text),
  apiId: required(text),
  stage: required(text),
  method: required(text),
  path: required(text),
  headers: filled(list(headerShape), []),
  apiKeyId: optional(text),
  token: optional(tokenShape),
  iamUser: optional(text),
  caller: optional(callerShape),
  body: filled(textOrNull, null),
})

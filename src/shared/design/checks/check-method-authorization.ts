import type { Diagnostic } from '../../diagnostic'
import { memberOf } from '../edits/update-in'
import { problem } from './problem'
import type { MethodScope } from './scope'

const REQUIRED =
  'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.'

/** CUSTOM and COGNITO_USER_POOLS have an authorizer that exists and is of their kind. Source: rest-api.md 1.1. */
export function checkMethodAuthorization({ api, at, routeKey, method }: MethodScope): Diagnostic[] {
  const { authorizationType, authorizerId } = method
  if (authorizationType !== 'CUSTOM' && authorizationType !== 'COGNITO_USER_POOLS') return []
  const field = [...at, 'authorizerId']
  if (authorizerId === undefined || authorizerId === '') {
    return [problem('design/authorizer-required', field, `${routeKey}: ${REQUIRED}`)]
  }
  const authorizer = memberOf(api.authorizers, authorizerId)
  if (!authorizer) {
    const message = `${routeKey}: authorizer ${authorizerId} does not exist. ${REQUIRED}`
    return [problem('design/authorizer-unknown', field, message)]
  }
  const isCognito = authorizer.type === 'COGNITO_USER_POOLS'
  if (isCognito === (authorizationType === 'COGNITO_USER_POOLS')) return []
  const fitting = isCognito ? 'COGNITO_USER_POOLS' : 'CUSTOM'
  const message = `${routeKey}: authorizer ${authorizerId} is of type ${authorizer.type}, which needs authorizationType ${fitting}.`
  return [problem('design/authorizer-mismatch', field, message)]
}

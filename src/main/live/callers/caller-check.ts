import { compileCognitoAuthorizer, type CognitoAuthorizer } from '../../engine/authorizers/jwt/decide-cognito'
import { compileIdentityReader, type IdentityReader } from '../../engine/authorizers/identity-source'
import { authorizerOf } from '../../engine/compile/route-plan'
import type { StageView } from '../../engine/compile/stage-view'
import type { RestCompiledRoute } from '../../engine/runtime'

/** How the gateway itself finds out who calls a route, where no function is asked. */
export type CallerCheck = { readonly kind: 'signature' } | PoolCheck

/** By the token of a user pool. */
export interface PoolCheck {
  readonly kind: 'token'
  /** The authorizer's. */
  readonly id: string
  readonly reader: IdentityReader
  readonly authorizer: CognitoAuthorizer
  readonly scopes: readonly string[]
}

/** Null for a route that anybody may call or whose authorizer is a function. */
export function callerCheckOf(view: StageView, route: RestCompiledRoute): CallerCheck | null {
  const { authorizationType, authorizationScopes } = route.method
  if (authorizationType === 'AWS_IAM') return { kind: 'signature' }
  const id = authorizationType === 'COGNITO_USER_POOLS' ? authorizerOf(view, route) : undefined
  if (id === undefined) return null
  const settings = view.definition.authorizers[id]!
  return {
    kind: 'token',
    id,
    reader: compileIdentityReader(settings),
    authorizer: compileCognitoAuthorizer(settings.providerARNs ?? [], settings.identityValidationExpression),
    scopes: authorizationScopes ?? [],
  }
}

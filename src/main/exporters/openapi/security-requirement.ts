import type { WritableObject } from '../../documents/writable-value'
import type { OpenApiContext } from './openapi-context'
import type { SecurityNames } from './security-names'

/** What a method or route says about its callers. */
export interface Guarded {
  readonly authorizationType: string
  readonly authorizerId?: string
  readonly authorizationScopes?: readonly string[]
  readonly apiKeyRequired?: boolean
}

/** Whether an authorizer's own kind is the one that the route asks for, and whether scopes are asked of its tokens. */
export interface AuthorizerFit {
  readonly authorizationType: string
  readonly hasScopes: boolean
}

/** `security` of an operation; nothing for one that is open to all. */
export function securityRequirement(
  context: OpenApiContext,
  guarded: Guarded,
  names: SecurityNames,
  fitOf: (authorizerId: string) => AuthorizerFit | undefined,
  label: string,
  pointer: string,
): WritableObject {
  const requirement: Record<string, readonly string[]> = {
    ...authorization(context, guarded, names, fitOf, label, pointer),
    ...(guarded.apiKeyRequired === true && { [names.apiKey]: [] }),
  }
  return Object.keys(requirement).length > 0 ? { security: [requirement] } : {}
}

function authorization(
  context: OpenApiContext,
  guarded: Guarded,
  names: SecurityNames,
  fitOf: (authorizerId: string) => AuthorizerFit | undefined,
  label: string,
  pointer: string,
): Record<string, readonly string[]> {
  const { authorizationType, authorizerId = '', authorizationScopes = [] } = guarded
  const reportScopes = (why: string): void => {
    if (authorizationScopes.length === 0) return
    const message = `The scopes of ${label} are left out: ${why}.`
    context.findings.report('export/not-carried', 'info', `${pointer}/authorizationScopes`, message)
  }
  if (authorizationType === 'NONE') {
    reportScopes('it asks for no token')
    return {}
  }
  if (authorizationType === 'AWS_IAM') {
    reportScopes('signed requests have none')
    return { [names.iam]: [] }
  }
  const fit = fitOf(authorizerId)
  const scheme = names.authorizers.get(authorizerId)
  if (!fit || scheme === undefined) {
    const message = `${label} would be open to everybody: its authorizer "${authorizerId}" does not exist. Add it, or choose another.`
    context.findings.report('export/not-carried', 'error', `${pointer}/authorizerId`, message)
    return {}
  }
  if (fit.authorizationType !== authorizationType) {
    const message = `${label} has the authorization ${authorizationType}; with the authorizer "${authorizerId}" a document means ${fit.authorizationType}. Choose an authorizer of its kind.`
    context.findings.report('export/approximated', 'warning', `${pointer}/authorizationType`, message)
  }
  if (!fit.hasScopes) reportScopes(`the authorizer "${authorizerId}" does not look at any`)
  // Without the extension a scheme is a plain key, which has no scopes.
  else if (!context.hasExtensions)
    reportScopes('a document without extensions has a plain key in place of the authorizer')
  return { [scheme]: fit.hasScopes && context.hasExtensions ? authorizationScopes : [] }
}

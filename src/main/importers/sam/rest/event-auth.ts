import { isRecord } from '../../json-place'
import type { ApiEvent } from '../api-event'
import { propertyOf, type ApiSource } from '../api-source'
import { append, hasIntegration, verbOf } from '../definition'
import { ownMember, type MutableRecord } from '../mutable-json'
import { refuse, say, type SamContext } from '../sam-context'
import { addPolicyLists, addPolicyStatements } from './resource-policy'
import { API_KEY, API_KEY_SCHEME, AWS_IAM, AWS_IAM_SCHEME, addScheme, NO_API_KEY } from './security'

/** What `Auth` of an event asks for. Source: SAM Developer Guide, "ApiFunctionAuth". */
export function addEventAuth(
  context: SamContext,
  source: ApiSource,
  definition: MutableRecord,
  event: ApiEvent,
  method: MutableRecord,
): void {
  const auth = ownMember(event.properties, 'Auth')
  if (!isRecord(auth)) return
  addAuthorizer(context, source, definition, event, method)
  addApiKey(context, source, definition, event, method)
  const policy = ownMember(auth, 'ResourcePolicy')
  if (!isRecord(policy)) return
  addPolicyLists(definition, policy, event.path, policyStage(context, source, event))
  addPolicyStatements(definition, ownMember(policy, 'CustomStatements'))
}

function addAuthorizer(
  context: SamContext,
  source: ApiSource,
  definition: MutableRecord,
  event: ApiEvent,
  method: MutableRecord,
): void {
  const auth = ownMember(event.properties, 'Auth')
  const name = ownMember(auth, 'Authorizer')
  if (name === undefined || name === '' || !hasIntegration(method)) return
  const pointer = `${event.pointer}/Properties/Auth/Authorizer`
  const route = `${verbOf(event.method)} ${event.path}`
  if (typeof name !== 'string') {
    refuse(context, pointer, `"Authorizer" of ${event.label} is left out: it must be the name of an authorizer.`)
    return
  }
  const authorizers = ownMember(propertyOf(source, 'Auth'), 'Authorizers')
  const authorizer = ownMember(authorizers, name)
  if (name === 'NONE') {
    if (ownMember(propertyOf(source, 'Auth'), 'DefaultAuthorizer') === undefined) {
      const message = `"Authorizer: NONE" of ${event.label} overrules nothing: ${source.logicalId} has no DefaultAuthorizer, and SAM refuses it. Remove it.`
      refuse(context, pointer, message)
      return
    }
  } else if (name !== AWS_IAM && authorizer === undefined) {
    const known = isRecord(authorizers) ? Object.keys(authorizers) : []
    const choice = known.length > 0 ? `Use one of ${known.join(', ')}.` : 'Define it in Auth of the API.'
    const message = `${event.label} asks for the authorizer "${name}", which ${source.logicalId} does not define; ${route} goes without it. ${choice}`
    refuse(context, pointer, message)
    return
  }
  append(method, 'security', { [name]: scopesFor(context, event, name, authorizer) })
  if (name === AWS_IAM) addScheme(definition, AWS_IAM, AWS_IAM_SCHEME)
}

/** The event's own scopes, else the authorizer's. */
function scopesFor(context: SamContext, event: ApiEvent, name: string, authorizer: unknown): unknown {
  if (authorizer === undefined || name === 'NONE') return []
  const own = ownMember(ownMember(event.properties, 'Auth'), 'AuthorizationScopes')
  if (own !== undefined && !Array.isArray(own)) {
    const pointer = `${event.pointer}/Properties/Auth/AuthorizationScopes`
    refuse(context, pointer, `"AuthorizationScopes" of ${event.label} is left out: it must be a list of texts.`)
    return ownMember(authorizer, 'AuthorizationScopes') ?? []
  }
  return own ?? ownMember(authorizer, 'AuthorizationScopes') ?? []
}

function addApiKey(
  context: SamContext,
  source: ApiSource,
  definition: MutableRecord,
  event: ApiEvent,
  method: MutableRecord,
): void {
  const required = ownMember(ownMember(event.properties, 'Auth'), 'ApiKeyRequired')
  if (required === undefined || !hasIntegration(method)) return
  if (required !== false && required !== '') {
    append(method, 'security', { [API_KEY]: [] })
    addScheme(definition, API_KEY, API_KEY_SCHEME)
  } else if (ownMember(propertyOf(source, 'Auth'), 'ApiKeyRequired')) {
    append(method, 'security', { [NO_API_KEY]: [] })
  } else {
    const message = `"ApiKeyRequired: false" of ${event.label} overrules nothing: ${source.logicalId} asks for no key, and SAM refuses it. Remove it.`
    refuse(context, `${event.pointer}/Properties/Auth/ApiKeyRequired`, message)
  }
}

/**
 * The stage in the policy's resources: that of the API, "Stage" when only a deployment knows its name. SAM forgets it for the events of state
 * machines, so that their statements are about no stage.
 */
function policyStage(context: SamContext, source: ApiSource, event: ApiEvent): unknown {
  if (event.owner.type === 'AWS::Serverless::StateMachine') {
    const message = `The resource policy of ${event.label} names no stage, so that it is about no request: SAM leaves the stage out for state machines. Set the policy in Auth of ${source.logicalId}.`
    say(context, 'import/sam-refused', 'warning', `${event.pointer}/Properties/Auth/ResourcePolicy`, message)
    return null
  }
  const stage = propertyOf(source, 'StageName')
  return typeof stage === 'string' ? stage : 'Stage'
}

import { isRecord } from '../../json-place'
import type { ApiEvent } from '../api-event'
import { propertyOf, type ApiSource } from '../api-source'
import {
  addMethod,
  ANY_METHOD,
  append,
  hasIntegration,
  INTEGRATION,
  isHttpDefinition,
  methodAt,
  verbOf,
} from '../definition'
import { addFunctionPermission, invocationUri, permittedApi } from '../compute/function-events'
import { isMutable, ownMember, setMember, type MutableRecord } from '../mutable-json'
import { refuse, type SamContext } from '../sam-context'
import { AWS_IAM } from '../rest/security'
import { DEFAULT_PATH, httpMethodPointer } from './http-events'

/**
 * Adds the route of an event to its API. A definition of the user's own takes it as well, but keeps the integrations that it has. Source: SAM
 * Developer Guide, "HttpApi" event.
 */
export function addHttpEvent(context: SamContext, source: ApiSource, event: ApiEvent): void {
  const { definition } = source
  if (definition && !isHttpDefinition(definition)) {
    const message = `${event.label} is left out: the definition of ${source.logicalId} is no OpenAPI 3 document with paths. Give it openapi: 3.0.1 and paths: {}.`
    refuse(context, event.pointer, message)
    return
  }
  addPermission(context, source, event)
  if (!definition) return
  const existing = methodAt(definition, event.path, event.method)
  if (source.isManaged && hasIntegration(existing)) {
    const message = `${event.label} repeats ${verbOf(event.method)} ${event.path} of ${source.logicalId} and is left out. Give it another path or method.`
    refuse(context, event.pointer, message)
    return
  }
  const method = addMethod(definition, event.path, event.method)
  if (!hasIntegration(existing)) addIntegration(context, source, event, method)
  addAuth(context, source, event, method)
  addIntegrationSettings(event, method)
}

function addIntegration(context: SamContext, source: ApiSource, event: ApiEvent, method: MutableRecord): void {
  setMember(method, INTEGRATION, {
    type: 'aws_proxy',
    httpMethod: 'POST',
    payloadFormatVersion: '2.0',
    uri: invocationUri(context, event, false),
  })
  if (event.path === DEFAULT_PATH && event.method === ANY_METHOD) setMember(method, 'isDefaultRoute', true)
  // What the definition says of the method itself stays where it stands.
  const made = httpMethodPointer(source, event)
  context.pointers.cause(source.isManaged ? made : `${made}/${INTEGRATION}`, event.pointer)
  if (source.isManaged) context.pointers.firstCause(made.slice(0, made.lastIndexOf('/')), event.pointer)
}

function addIntegrationSettings(event: ApiEvent, method: MutableRecord): void {
  const integration = ownMember(method, INTEGRATION)
  if (!isMutable(integration)) return
  const timeout = ownMember(event.properties, 'TimeoutInMillis')
  const version = ownMember(event.properties, 'PayloadFormatVersion')
  if (timeout !== undefined) setMember(integration, 'timeoutInMillis', timeout)
  if (version !== undefined) setMember(integration, 'payloadFormatVersion', version)
}

/** One permission is enough for all routes when the function is behind the route that catches everything. */
function addPermission(context: SamContext, source: ApiSource, event: ApiEvent): void {
  if (event.path !== DEFAULT_PATH && source.definition) {
    const method = methodAt(source.definition, DEFAULT_PATH, ANY_METHOD)
    const uri = ownMember(ownMember(method, INTEGRATION), 'uri')
    const text = ownMember(uri, 'Fn::Sub')
    if (typeof text === 'string' && text.includes(`\${${event.owner.logicalId}.Arn}`)) return
  }
  addFunctionPermission(context, event, permittedApi(event, 'ApiId'), '')
}

function addAuth(context: SamContext, source: ApiSource, event: ApiEvent, method: MutableRecord): void {
  const auth = ownMember(event.properties, 'Auth')
  if (!isRecord(auth) || Object.keys(auth).length === 0) return
  const apiAuth = propertyOf(source, 'Auth')
  const pointer = `${event.pointer}/Properties/Auth`
  const byDefault = ownMember(apiAuth, 'DefaultAuthorizer')
  const name = ownMember(auth, 'Authorizer') || byDefault
  if (typeof name !== 'string' || name === '') {
    refuse(
      context,
      pointer,
      `"Auth" of ${event.label} is left out: it names no Authorizer, and ${source.logicalId} has no DefaultAuthorizer. Name one.`,
    )
    return
  }
  const authorizers = ownMember(apiAuth, 'Authorizers')
  if (!isKnown(context, source, event, name, byDefault !== undefined)) return
  const own = ownMember(auth, 'AuthorizationScopes')
  const scopes =
    Array.isArray(own) && own.length > 0 ? own : ownMember(ownMember(authorizers, name), 'AuthorizationScopes')
  if (!hasIntegration(method)) return
  append(method, 'security', { [name]: name === 'NONE' || name === AWS_IAM ? [] : (scopes ?? []) })
}

function isKnown(context: SamContext, source: ApiSource, event: ApiEvent, name: string, hasDefault: boolean): boolean {
  const apiAuth = propertyOf(source, 'Auth')
  const authorizers = ownMember(apiAuth, 'Authorizers')
  const pointer = `${event.pointer}/Properties/Auth/Authorizer`
  if (name === 'NONE') {
    if (hasDefault) return true
    refuse(
      context,
      pointer,
      `"Authorizer: NONE" of ${event.label} overrules nothing: ${source.logicalId} has no DefaultAuthorizer, and SAM refuses it. Remove it.`,
    )
    return false
  }
  if (isRecord(ownMember(authorizers, name))) return true
  if (name === AWS_IAM) {
    if (ownMember(apiAuth, 'EnableIamAuthorizer') === true) return true
    refuse(
      context,
      pointer,
      `${event.label} asks for AWS_IAM, which ${source.logicalId} does not offer; ${verbOf(event.method)} ${event.path} goes without it. Set EnableIamAuthorizer: true in Auth of the API.`,
    )
    return false
  }
  const known = isRecord(authorizers) ? Object.keys(authorizers) : []
  const choice = known.length > 0 ? `Use one of ${known.join(', ')}.` : 'Define it in Auth of the API.'
  refuse(
    context,
    pointer,
    `${event.label} asks for the authorizer "${name}", which ${source.logicalId} does not define; ${verbOf(event.method)} ${event.path} goes without it. ${choice}`,
  )
  return false
}

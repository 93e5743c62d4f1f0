import { isRecord } from '../../json-place'
import type { ApiEvent } from '../api-event'
import { propertyOf, type ApiSource } from '../api-source'
import { methodName, ANY_METHOD } from '../definition'
import { ref, sub } from '../intrinsics'
import { hashedId, isAlphanumeric } from '../logical-id'
import { ownMember, type MutableRecord } from '../mutable-json'
import { executeApiArn } from '../lambda-arns'
import type { RestTarget } from '../rest/rest-event'
import { addMade, type SamContext } from '../sam-context'
import { AWS_IAM } from '../rest/security'
import { calledTarget } from './expand-function'

/** What an Api event of a function puts behind its route. */
export function functionTarget(context: SamContext, source: ApiSource, event: ApiEvent): RestTarget {
  const isStreamed = ownMember(event.properties, 'ResponseTransferMode') === 'RESPONSE_STREAM'
  const timeout = ownMember(event.properties, 'TimeoutInMillis')
  const credentials = credentialsOf(context, source, event)
  const integration: MutableRecord = {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: invocationUri(context, event, isStreamed),
    ...(isStreamed && { responseTransferMode: 'STREAM' }),
    ...(timeout !== undefined && { timeoutInMillis: timeout }),
    ...(credentials !== undefined && { credentials }),
  }
  return { integration }
}

/** The address that API Gateway calls. A streamed answer goes through another one. Source: Lambda, "InvokeWithResponseStream". */
export function invocationUri(context: SamContext, event: ApiEvent, isStreamed: boolean): unknown {
  const { variable } = calledTarget(event.owner)
  const version = isStreamed ? '2021-11-15' : '2015-03-31'
  const action = isStreamed ? 'response-streaming-invocations' : 'invocations'
  return sub(
    `arn:${context.stack.partition}:apigateway:${context.stack.region}:lambda:path/${version}/functions/\${${variable}}/${action}`,
  )
}

/** With IAM the caller's own rights decide, unless a role is named. NONE: the function's permission decides. */
function credentialsOf(context: SamContext, source: ApiSource, event: ApiEvent): unknown {
  const auth = ownMember(event.properties, 'Auth')
  const apiAuth = propertyOf(source, 'Auth')
  const isIam =
    ownMember(auth, 'Authorizer') === AWS_IAM || (isEmpty(auth) && ownMember(apiAuth, 'DefaultAuthorizer') === AWS_IAM)
  if (!isIam) return undefined
  const role = invokeRole(auth) ?? invokeRole(apiAuth) ?? 'CALLER_CREDENTIALS'
  if (role === 'NONE') return undefined
  return role === 'CALLER_CREDENTIALS' ? `arn:${context.stack.partition}:iam::*:user/*` : role
}

function isEmpty(auth: unknown): boolean {
  return auth === undefined || (isRecord(auth) && Object.keys(auth).length === 0)
}

/** An `InvokeRole` that is there and empty means NONE. */
function invokeRole(auth: unknown): unknown {
  if (!isRecord(auth) || !Object.hasOwn(auth, 'InvokeRole')) return undefined
  return ownMember(auth, 'InvokeRole') || 'NONE'
}

/** Lets API Gateway call the function for this route, in all stages. `suffix`: the stage's name in the permission's id. */
export function addFunctionPermission(context: SamContext, event: ApiEvent, apiId: unknown, suffix: string): void {
  const verb = methodName(event.method) === ANY_METHOD ? '*' : event.method.toUpperCase()
  const path =
    event.path === '$default' ? '' : event.path.replace(/^(.+)\/$/, '$1').replace(/\{[A-Za-z0-9._-]+\+?\}/g, '*')
  const prefix = `${event.owner.logicalId}${event.name}Permission`
  addMade(context, {
    logicalId: suffix === '' || isAlphanumeric(suffix) ? prefix + suffix : hashedId(prefix, suffix),
    type: 'AWS::Lambda::Permission',
    properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: calledTarget(event.owner).ref,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: executeApiArn(context, apiId, `*/${verb}${path}`),
    },
    pointer: event.pointer,
  })
}

/** The part of a REST permission's id that the stage gives. */
export function stageSuffix(source: ApiSource): string {
  const stage = propertyOf(source, 'StageName')
  return typeof stage === 'string' && stage !== '' ? stage : 'Stage'
}

/** The API that an event's permission is about: as the event writes it, else the implicit one. */
export function permittedApi(event: ApiEvent, property: 'RestApiId' | 'ApiId'): unknown {
  const written = ownMember(event.properties, property)
  return written === undefined || typeof written === 'string' ? ref(event.apiId) : written
}

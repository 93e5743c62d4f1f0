import { inWords, isRecord, type JsonRecord } from '../../json-place'
import type { TemplateResource } from '../../template/template'
import { withoutAbsent } from '../../without-absent'
import { ref } from '../intrinsics'
import { ownMember } from '../mutable-json'
import { executeApiArn, functionUri } from '../lambda-arns'
import { addMade, refuse, type SamContext } from '../sam-context'

const TYPES = ['NONE', 'AWS_IAM', 'CUSTOM']

/** What the route `$connect` says of who may connect. */
export interface WebSocketAuth {
  readonly route: JsonRecord
}

/** `Auth` of a WebSocket API, with the authorizer that it makes. Source: SAM Developer Guide, "WebSocketApiAuth". */
export function readWebSocketAuth(
  context: SamContext,
  resource: TemplateResource,
  hasConnect: boolean,
): WebSocketAuth | undefined {
  const { logicalId } = resource
  const auth = ownMember(resource.properties, 'Auth')
  if (auth === undefined) return undefined
  const pointer = `${resource.pointer}/Properties/Auth`
  const problem = problemOf(auth, hasConnect)
  if (problem !== undefined || !isRecord(auth)) {
    refuse(context, pointer, `"Auth" of ${logicalId} is left out: ${problem ?? 'it must be an object.'}`)
    return undefined
  }
  const type = String(auth['AuthType']).toUpperCase()
  if (type !== 'CUSTOM') return { route: { AuthorizationType: type } }
  const id = `${logicalId}ConnectAuthorizer`
  context.pointers.moved(`${pointer}/Properties`, pointer)
  addMade(context, {
    logicalId: id,
    type: 'AWS::ApiGatewayV2::Authorizer',
    properties: withoutAbsent({
      ApiId: ref(logicalId),
      AuthorizerType: 'REQUEST',
      AuthorizerUri: functionUri(context, ownMember(auth, 'AuthArn')),
      AuthorizerCredentialsArn: ownMember(auth, 'InvokeRole'),
      IdentitySource: ownMember(auth, 'IdentitySource'),
      Name: ownMember(auth, 'Name') || id,
    }),
    pointer,
  })
  if (ownMember(auth, 'InvokeRole') === undefined) {
    addMade(context, {
      logicalId: `${logicalId}AuthorizerPermission`,
      type: 'AWS::Lambda::Permission',
      properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: ownMember(auth, 'AuthArn'),
        Principal: 'apigateway.amazonaws.com',
        SourceArn: executeApiArn(context, ref(logicalId), 'authorizers/*'),
      },
      pointer,
    })
  }
  return { route: { AuthorizationType: 'CUSTOM', AuthorizerId: ref(id) } }
}

/** Why SAM refuses it, if it does. */
function problemOf(auth: unknown, hasConnect: boolean): string | undefined {
  if (!isRecord(auth)) return `it is ${inWords(auth)} and must be an object.`
  if (!hasConnect) return 'only the route $connect is authorized, and there is none. Add it.'
  const type = ownMember(auth, 'AuthType')
  if (typeof type !== 'string' || !TYPES.includes(type.toUpperCase()))
    return `it needs an AuthType of ${TYPES.join(', ')}.`
  if (type.toUpperCase() === 'CUSTOM') {
    return ownMember(auth, 'AuthArn') === undefined ? 'CUSTOM needs an AuthArn, the function that decides.' : undefined
  }
  return Object.keys(auth).length > 1 ? `${type} takes nothing beside AuthType.` : undefined
}

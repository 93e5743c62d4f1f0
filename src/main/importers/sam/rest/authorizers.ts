import { pointerSegment } from '@shared/diagnostic'
import { isRecord, type JsonRecord } from '../../json-place'
import { withoutAbsent } from '../../without-absent'
import type { ApiSource } from '../api-source'
import { asList, ownMember } from '../mutable-json'
import { functionUri } from '../lambda-arns'
import { refuse, type SamContext } from '../sam-context'

const AUTHORIZER = 'x-amazon-apigateway-authorizer'
const AUTHTYPE = 'x-amazon-apigateway-authtype'

/** An authorizer as a security scheme. */
export interface RestAuthorizer {
  readonly scheme: JsonRecord
  /** What methods ask for that take it by default. */
  readonly scopes: unknown
  /** The function that SAM lets API Gateway call. */
  readonly permittedFunction?: unknown
}

export type RestAuthorizers = ReadonlyMap<string, RestAuthorizer>

/** `Auth.Authorizers` by name. Source: SAM Developer Guide, "CognitoAuthorizer", "LambdaTokenAuthorizer", "LambdaRequestAuthorizer". */
export function readAuthorizers(context: SamContext, source: ApiSource, auth: JsonRecord): RestAuthorizers {
  const written = ownMember(auth, 'Authorizers')
  if (written === undefined) return new Map()
  const pointer = `${source.pointer}/Properties/Auth/Authorizers`
  if (!isRecord(written)) {
    refuse(
      context,
      pointer,
      `"Authorizers" of ${source.logicalId} is left out: it must be an object with a member for each authorizer.`,
    )
    return new Map()
  }
  return new Map(
    Object.entries(written).flatMap(([name, authorizer]): [string, RestAuthorizer][] => {
      const place = `${pointer}/${pointerSegment(name)}`
      const scheme = readAuthorizer(context, source, name, authorizer, place)
      if (scheme)
        context.pointers.cause(`${source.pointer}/Properties/Body/securityDefinitions/${pointerSegment(name)}`, place)
      if (scheme)
        context.pointers.cause(
          `${source.pointer}/Properties/Body/components/securitySchemes/${pointerSegment(name)}`,
          place,
        )
      return scheme ? [[name, scheme]] : []
    }),
  )
}

function readAuthorizer(
  context: SamContext,
  source: ApiSource,
  name: string,
  authorizer: unknown,
  pointer: string,
): RestAuthorizer | undefined {
  const label = `The authorizer "${name}" of ${source.logicalId}`
  if (!isRecord(authorizer)) {
    refuse(context, pointer, `${label} is left out: it must be an object with UserPoolArn or FunctionArn.`)
    return undefined
  }
  const scopes = ownMember(authorizer, 'AuthorizationScopes') ?? []
  if (!Array.isArray(scopes)) {
    refuse(context, `${pointer}/AuthorizationScopes`, `${label} has scopes that are no list; they are left out.`)
  }
  const common = { scopes: Array.isArray(scopes) ? (scopes as unknown[]) : [] }
  const userPools = asList(ownMember(authorizer, 'UserPoolArn'))
  if (userPools.length > 0) return { ...common, scheme: cognitoScheme(authorizer, userPools) }
  const type = ownMember(authorizer, 'FunctionPayloadType') ?? 'TOKEN'
  if (ownMember(authorizer, 'FunctionArn') === undefined || (type !== 'TOKEN' && type !== 'REQUEST')) {
    refuse(
      context,
      pointer,
      `${label} is left out: it needs UserPoolArn, or FunctionArn and a FunctionPayloadType of TOKEN or REQUEST.`,
    )
    return undefined
  }
  if (type === 'REQUEST' && identitySource(authorizer) === '' && !isUncached(authorizer)) {
    const message = `${label} names nothing to identify callers by. Give its Identity at least one of Headers, QueryStrings, StageVariables and Context, or ReauthorizeEvery: 0.`
    refuse(context, pointer, message)
  }
  const permission = ownMember(authorizer, 'DisableFunctionDefaultPermissions') !== true
  return {
    ...common,
    scheme: lambdaScheme(context, authorizer, type),
    ...(permission && { permittedFunction: ownMember(authorizer, 'FunctionArn') }),
  }
}

function cognitoScheme(authorizer: JsonRecord, userPools: readonly unknown[]): JsonRecord {
  return {
    type: 'apiKey',
    name: headerName(authorizer),
    in: 'header',
    [AUTHTYPE]: 'cognito_user_pools',
    [AUTHORIZER]: withoutAbsent({
      type: 'cognito_user_pools',
      providerARNs: userPools,
      identityValidationExpression: validationExpression(authorizer),
    }),
  }
}

function lambdaScheme(context: SamContext, authorizer: JsonRecord, type: 'TOKEN' | 'REQUEST'): JsonRecord {
  const role = ownMember(authorizer, 'FunctionInvokeRole')
  const isRequest = type === 'REQUEST'
  return {
    type: 'apiKey',
    name: isRequest ? 'Unused' : headerName(authorizer),
    in: 'header',
    [AUTHTYPE]: 'custom',
    [AUTHORIZER]: withoutAbsent({
      type: type.toLowerCase(),
      authorizerUri: functionUri(context, ownMember(authorizer, 'FunctionArn')),
      authorizerResultTtlInSeconds: ownMember(ownMember(authorizer, 'Identity'), 'ReauthorizeEvery'),
      authorizerCredentials: role === 'NONE' || role === '' ? undefined : role,
      identitySource: isRequest ? identitySource(authorizer) || undefined : undefined,
      identityValidationExpression: isRequest ? undefined : validationExpression(authorizer),
    }),
  }
}

function headerName(authorizer: JsonRecord): unknown {
  return ownMember(ownMember(authorizer, 'Identity'), 'Header') ?? 'Authorization'
}

function validationExpression(authorizer: JsonRecord): unknown {
  return ownMember(ownMember(authorizer, 'Identity'), 'ValidationExpression')
}

/** "method.request.header.Authorization, context.identity.sourceIp". */
function identitySource(authorizer: JsonRecord): string {
  const identity = ownMember(authorizer, 'Identity')
  const lists: readonly [string, string][] = [
    ['Headers', 'method.request.header.'],
    ['QueryStrings', 'method.request.querystring.'],
    ['StageVariables', 'stageVariables.'],
    ['Context', 'context.'],
  ]
  const sources = lists.flatMap(([name, prefix]) =>
    asList(ownMember(identity, name)).map((each) => prefix + textOf(each)),
  )
  return sources.join(', ')
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Without a cache nothing need identify a caller. */
function isUncached(authorizer: JsonRecord): boolean {
  const seconds = ownMember(ownMember(authorizer, 'Identity'), 'ReauthorizeEvery')
  return seconds === 0 || seconds === '0'
}

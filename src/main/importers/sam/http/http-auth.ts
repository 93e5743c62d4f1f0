import { pointerSegment } from '@shared/diagnostic'
import { isRecord, type JsonRecord } from '../../json-place'
import { withoutAbsent } from '../../without-absent'
import { propertyOf, type ApiSource } from '../api-source'
import { hasIntegration, isHttpDefinition, methodsOf, pathsOf } from '../definition'
import { asList, ownMember, recordIn, setMember } from '../mutable-json'
import { functionUri } from '../lambda-arns'
import { AWS_IAM, AWS_IAM_SCHEME } from '../rest/security'
import { refuse, type SamContext } from '../sam-context'

const AUTHORIZER = 'x-amazon-apigateway-authorizer'
const MEMBERS = ['Authorizers', 'DefaultAuthorizer', 'EnableIamAuthorizer']
const IDENTITY: readonly [string, string][] = [
  ['Headers', '$request.header.'],
  ['QueryStrings', '$request.querystring.'],
  ['StageVariables', '$stageVariables.'],
  ['Context', '$context.'],
]

/** A function that SAM lets API Gateway call, with the authorizer that does. */
export interface PermittedFunction {
  readonly authorizer: string
  readonly functionArn: unknown
}

/** Adds `Auth` of an HTTP API to its definition. Source: SAM Developer Guide, "HttpApiAuth". */
export function addHttpAuth(context: SamContext, source: ApiSource): PermittedFunction[] {
  const auth = propertyOf(source, 'Auth')
  if (auth === undefined) return []
  const pointer = `${source.pointer}/Properties/Auth`
  if (!isRecord(auth) || !isHttpDefinition(source.definition)) {
    const why = isRecord(auth)
      ? 'it works with an inline definition only. Put the OpenAPI 3 document into DefinitionBody.'
      : 'it must be an object.'
    refuse(context, pointer, `"Auth" of ${source.logicalId} is left out: ${why}`)
    return []
  }
  for (const name of Object.keys(auth).filter((name) => !MEMBERS.includes(name))) {
    refuse(
      context,
      `${pointer}/${pointerSegment(name)}`,
      `"${name}" of "Auth" of ${source.logicalId} is left out: SAM refuses it. Use ${MEMBERS.join(', ')}.`,
    )
  }
  const schemes = new Map<string, JsonRecord>()
  const permitted: PermittedFunction[] = []
  if (ownMember(auth, 'EnableIamAuthorizer') === true) schemes.set(AWS_IAM, AWS_IAM_SCHEME)
  readAuthorizers(context, source, auth, schemes, permitted)
  if (schemes.size > 0) {
    const all = recordIn(recordIn(source.definition, 'components'), 'securitySchemes')
    for (const [name, scheme] of schemes) setMember(all, name, scheme)
  }
  addDefaultAuthorizer(context, source, auth, schemes)
  return permitted
}

function readAuthorizers(
  context: SamContext,
  source: ApiSource,
  auth: JsonRecord,
  schemes: Map<string, JsonRecord>,
  permitted: PermittedFunction[],
): void {
  const written = ownMember(auth, 'Authorizers')
  if (written === undefined) return
  const pointer = `${source.pointer}/Properties/Auth/Authorizers`
  if (!isRecord(written)) {
    refuse(
      context,
      pointer,
      `"Authorizers" of ${source.logicalId} is left out: it must be an object with a member for each authorizer.`,
    )
    return
  }
  for (const [name, authorizer] of Object.entries(written)) {
    const place = `${pointer}/${pointerSegment(name)}`
    const scheme = schemeOf(context, source, name, authorizer, place)
    if (!scheme) continue
    schemes.set(name, scheme)
    context.pointers.cause(
      `${source.pointer}/Properties/Body/components/securitySchemes/${pointerSegment(name)}`,
      place,
    )
    const functionArn = ownMember(authorizer, 'FunctionArn')
    if (ownMember(authorizer, 'EnableFunctionDefaultPermissions') === true && functionArn !== undefined)
      permitted.push({ authorizer: name, functionArn })
  }
}

function schemeOf(
  context: SamContext,
  source: ApiSource,
  name: string,
  authorizer: unknown,
  pointer: string,
): JsonRecord | undefined {
  const label = `The authorizer "${name}" of ${source.logicalId}`
  if (!isRecord(authorizer)) {
    refuse(context, pointer, `${label} is left out: it must be an object with JwtConfiguration or FunctionArn.`)
    return undefined
  }
  if (ownMember(authorizer, 'OpenIdConnectUrl') !== undefined) {
    refuse(
      context,
      `${pointer}/OpenIdConnectUrl`,
      `"OpenIdConnectUrl" of ${label} is left out: SAM no longer takes it. Write JwtConfiguration with issuer and audience.`,
    )
  }
  const jwt = ownMember(authorizer, 'JwtConfiguration')
  if (isRecord(jwt) && Object.keys(jwt).length > 0) return jwtScheme(context, authorizer, jwt, label, pointer)
  if (ownMember(authorizer, 'FunctionArn') === undefined) {
    refuse(
      context,
      pointer,
      `${label} is left out: it needs JwtConfiguration, or FunctionArn and AuthorizerPayloadFormatVersion.`,
    )
    return undefined
  }
  if (ownMember(authorizer, 'AuthorizerPayloadFormatVersion') === undefined) {
    refuse(
      context,
      pointer,
      `${label} has no AuthorizerPayloadFormatVersion, which SAM asks for. Write "2.0" or "1.0".`,
    )
  }
  return requestScheme(context, authorizer)
}

function jwtScheme(
  context: SamContext,
  authorizer: JsonRecord,
  jwt: JsonRecord,
  label: string,
  pointer: string,
): JsonRecord {
  const identitySource = ownMember(authorizer, 'IdentitySource')
  if (identitySource === undefined) {
    refuse(context, pointer, `${label} has no IdentitySource, which SAM asks for. Write $request.header.Authorization.`)
  }
  const jwtConfiguration = Object.fromEntries(Object.entries(jwt).map(([name, value]) => [name.toLowerCase(), value]))
  return { type: 'oauth2', [AUTHORIZER]: withoutAbsent({ type: 'jwt', jwtConfiguration, identitySource }) }
}

function requestScheme(context: SamContext, authorizer: JsonRecord): JsonRecord {
  const identity = ownMember(authorizer, 'Identity')
  const role = ownMember(authorizer, 'FunctionInvokeRole')
  const sources = IDENTITY.flatMap(([list, prefix]) =>
    asList(ownMember(identity, list)).map((each) => (typeof each === 'string' ? prefix + each : each)),
  )
  return {
    type: 'apiKey',
    name: 'Unused',
    in: 'header',
    [AUTHORIZER]: withoutAbsent({
      type: 'request',
      authorizerUri: functionUri(context, ownMember(authorizer, 'FunctionArn')),
      authorizerCredentials: role === 'NONE' || role === '' ? undefined : role,
      authorizerResultTtlInSeconds: ownMember(identity, 'ReauthorizeEvery'),
      identitySource: isRecord(identity) ? sources : undefined,
      authorizerPayloadFormatVersion: ownMember(authorizer, 'AuthorizerPayloadFormatVersion'),
      enableSimpleResponses: ownMember(authorizer, 'EnableSimpleResponses') || undefined,
    }),
  }
}

/** The default holds where a method asks for nothing of its own; never for OPTIONS. */
function addDefaultAuthorizer(
  context: SamContext,
  source: ApiSource,
  auth: JsonRecord,
  schemes: ReadonlyMap<string, JsonRecord>,
): void {
  const name = ownMember(auth, 'DefaultAuthorizer')
  if (name === undefined || name === '' || !source.definition) return
  if (typeof name !== 'string' || !schemes.has(name)) {
    const said = typeof name === 'string' ? `"${name}", which "Authorizers" does not define` : 'no text'
    const known = [...schemes.keys()]
    const choice = known.length > 0 ? `Use one of ${known.join(', ')}.` : 'Define it in Authorizers.'
    refuse(
      context,
      `${source.pointer}/Properties/Auth/DefaultAuthorizer`,
      `"DefaultAuthorizer" of ${source.logicalId} is ${said}; its routes go without it. ${choice}`,
    )
    return
  }
  const scopes = ownMember(ownMember(ownMember(auth, 'Authorizers'), name), 'AuthorizationScopes') ?? []
  for (const [, item] of pathsOf(source.definition)) {
    for (const [verb, method] of methodsOf(item)) {
      if (verb.toLowerCase() === 'options' || !hasIntegration(method)) continue
      if (asList(ownMember(method, 'security')).length === 0) setMember(method, 'security', [{ [name]: scopes }])
    }
  }
}

import type { Api } from '@shared/design/api'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes } from '@shared/design/route-key'
import { integrationIdOf } from '@shared/design/v2-api'
import { memberOf } from '@shared/design/edits/update-in'
import { pointerTo } from '@shared/diagnostic'
import { partId, type ApiContext } from './export-context'
import { functionArnOf, functionParameter } from './function-arn'
import { pascalCase } from './logical-id'
import { sourcePattern } from './source-pattern'
import type { TemplateValue } from './template-document'
import { literal, sub } from './template-functions'

/** A function that an API calls, and from where. */
interface Invocation {
  /** Undefined when the URI names none for certain, as one that a stage variable completes. */
  readonly functionArn: string | undefined
  readonly uri: string
  readonly pointer: string
  /** "GET/orders/{id}" of a method, "$connect" of a route; undefined for an authorizer. */
  readonly source?: string
  /** Of an authorizer: its logical id. */
  readonly authorizer?: string
}

/**
 * Adds what lets the API call its functions: one permission a function for its methods, as narrow as they allow, and one for each
 * authorizer. `authorizers`: logical ids of authorizers that the template makes; those of a `Body` have none. Source: rest-api.md 18,
 * rule 6.
 */
export function addPermissions(context: ApiContext, authorizers: ReadonlyMap<string, string>): void {
  const sources = new Map<string, string[]>()
  for (const invocation of [...routeInvocations(context), ...authorizerInvocations(context, authorizers)]) {
    const { functionArn, source, authorizer } = invocation
    if (functionArn === undefined) reportUnknown(context, invocation)
    else if (source !== undefined) sources.set(functionArn, [...(sources.get(functionArn) ?? []), source])
    else addPermission(context, functionArn, `authorizers/${authorizer === undefined ? '*' : `\${${authorizer}}`}`)
  }
  for (const [arn, calls] of sources) addPermission(context, arn, literal(sourcePattern(calls)))
}

function addPermission(context: ApiContext, functionArn: string, source: string): void {
  const { names, parts } = context
  const functionName = functionArn.replace(/^.*:function:/, '').replace(/\.Arn\}$/, '')
  const kind = source.startsWith('authorizers/') ? `AuthorizerPermission` : 'Permission'
  const id = partId(
    context,
    `${pascalCase(functionName)}${kind}`,
    `permission ${functionArn} ${kind} ${kind === 'Permission' ? '' : source}`,
  )
  const arn = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${names.id}}/${source}`
  const functionValue: TemplateValue = functionParameter(parts, functionArn)
  parts.resource(id, {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: functionValue,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: sub(arn),
    },
  })
}

function routeInvocations(context: ApiContext): Invocation[] {
  const { api, names } = context
  if (api.protocolType === 'REST') return restInvocations(api, names.pointer)
  return Object.entries<{ readonly target?: string }>(api.routes).flatMap(([routeKey, route]) => {
    const integrationId = integrationIdOf(route)
    const integration =
      integrationId === undefined ? undefined : memberOf<AnyIntegration>(api.integrations, integrationId)
    const pointer = names.pointer + pointerTo(['integrations', integrationId ?? ''])
    return invocationOf(integration?.integrationUri, pointer, { source: routeSource(api, routeKey) })
  })
}

interface AnyIntegration {
  readonly integrationUri?: string
}

function restInvocations(api: RestApi, pointer: string): Invocation[] {
  return restRoutes(api).flatMap(({ path, verb, method }) => {
    const at = pointer + pointerTo(['resources', path, 'methods', verb, 'integration', 'uri'])
    const source = `${verb === 'ANY' ? '*' : verb}${path}`
    return invocationOf(method.integration?.uri, at, { source })
  })
}

/** "GET /orders" -> "GET/orders", "ANY /x" -> "*\/x", "$default" as it is. */
function routeSource(api: Api, routeKey: string): string {
  const [, verb, path] = (api.protocolType === 'HTTP' && /^([A-Z]+) (\/.*)$/.exec(routeKey)) || []
  return verb === undefined || path === undefined ? routeKey : `${verb === 'ANY' ? '*' : verb}${path}`
}

function authorizerInvocations(context: ApiContext, authorizers: ReadonlyMap<string, string>): Invocation[] {
  const all = Object.entries<{ readonly authorizerUri?: string }>(context.api.authorizers)
  return all.flatMap(([authorizerId, { authorizerUri }]) => {
    const pointer = context.names.pointer + pointerTo(['authorizers', authorizerId, 'authorizerUri'])
    const authorizer = authorizers.get(authorizerId)
    return invocationOf(authorizerUri, pointer, authorizer === undefined ? {} : { authorizer })
  })
}

function invocationOf(
  uri: string | undefined,
  pointer: string,
  caller: Pick<Invocation, 'source' | 'authorizer'>,
): Invocation[] {
  if (uri === undefined) return []
  const functionArn = functionArnOf(uri)
  if (functionArn === undefined && !/:lambda:/.test(uri)) return []
  return [{ functionArn, uri, pointer, ...caller }]
}

function reportUnknown({ api, parts }: ApiContext, { uri, pointer }: Invocation): void {
  const message = `${api.name}: which function ${uri} names is not known before it is called, so the template gives no permission. Add an AWS::Lambda::Permission for every function it can be.`
  parts.report('export/needs-value', 'warning', pointer, message)
}

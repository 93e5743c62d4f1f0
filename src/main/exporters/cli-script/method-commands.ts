import type { Integration } from '@shared/design/integration'
import type { Method } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes, type RestRoute } from '@shared/design/route-key'
import { pointerTo } from '@shared/diagnostic'
import { targetText, vpcLink } from './arn-text'
import { presentTexts } from './present-texts'
import type { ApiScript } from './script-context'
import type { ShellVariable } from './shell-text'
import { variableWords } from './variable-name'

/** The variables of what methods refer to, by name. */
export interface MethodReferences {
  readonly validators: ReadonlyMap<string, ShellVariable>
  readonly authorizers: ReadonlyMap<string, ShellVariable>
}

/** Writes the resources, parents first, and every method with its answers and its integration. */
export function methodCommands(context: ApiScript<RestApi>, references: MethodReferences): void {
  const resourceOf = resourceCommands(context)
  for (const route of restRoutes(context.api)) {
    context.parts.heading(route.routeKey)
    const at = {
      'rest-api-id': [context.names.id],
      'resource-id': [resourceOf(route.path)],
      'http-method': route.verb,
    }
    const pointer = context.names.pointer + pointerTo(['resources', route.path, 'methods', route.verb])
    const place: Place = { context, route, at, pointer }
    methodCommand(place, references)
    responseCommands(place)
    if (route.method.integration) integrationCommands(place, route.method.integration)
    else reportNoIntegration(place)
  }
}

interface Place {
  readonly context: ApiScript<RestApi>
  readonly route: RestRoute
  /** The options that name the method. */
  readonly at: {
    readonly 'rest-api-id': readonly ShellVariable[]
    readonly 'resource-id': readonly ShellVariable[]
    readonly 'http-method': string
  }
  readonly pointer: string
}

/** Gives the variable of the resource of a path. */
function resourceCommands({ api, names, parts }: ApiScript<RestApi>): (path: string) => ShellVariable {
  parts.heading('Resources')
  const root = parts.variable(`${names.words}_ROOT_RESOURCE_ID`, `resource ${api.id} /`)
  parts.capture(root, "items[?path=='/'].id", {
    operation: 'apigateway get-resources',
    options: { 'rest-api-id': [names.id] },
  })
  const byPath = new Map<string, ShellVariable>([['', root]])
  const make = (segments: readonly string[]): ShellVariable => {
    const path = segments.map((segment) => `/${segment}`).join('')
    const known = byPath.get(path)
    if (known !== undefined) return known
    const parent = make(segments.slice(0, -1))
    const wanted = parts.variable(`${names.words}_${variableWords(path)}_RESOURCE_ID`, `resource ${api.id} ${path}`)
    parts.capture(wanted, 'id', {
      operation: 'apigateway create-resource',
      options: { 'rest-api-id': [names.id], 'parent-id': [parent], 'path-part': segments.at(-1) },
    })
    byPath.set(path, wanted)
    return wanted
  }
  const find = (path: string): ShellVariable => make(path.split('/').filter((segment) => segment !== ''))
  for (const path of Object.keys(api.resources)) find(path)
  return find
}

function methodCommand({ context, route, at, pointer }: Place, references: MethodReferences): void {
  const { method, routeKey } = route
  const { authorizerId, requestValidatorId } = method
  const authorizer = authorizerId === undefined ? undefined : references.authorizers.get(authorizerId)
  const validator = requestValidatorId === undefined ? undefined : references.validators.get(requestValidatorId)
  context.parts.run({
    operation: 'apigateway put-method',
    options: {
      ...at,
      'authorization-type': method.authorizationType,
      'authorizer-id': authorizer ? [authorizer] : authorizerId,
      'authorization-scopes': { words: method.authorizationScopes ?? [] },
      'api-key-required': method.apiKeyRequired ? true : undefined,
      'operation-name': method.operationName || undefined,
      'request-validator-id': validator ? [validator] : requestValidatorId,
      'request-parameters': presentTexts(method.requestParameters),
      'request-models': presentTexts(method.requestModels),
    },
  })
  if (method.description) {
    const message = `The description of ${routeKey} is left out: it is documentation, which the script does not write.`
    context.parts.report('export/not-carried', 'info', `${pointer}/description`, message)
  }
}

/** The method's own answers, and those that its integration gives and the method does not list: the service wants all of them. */
function responseCommands({ context, route, at, pointer }: Place): void {
  const { methodResponses, integration } = route.method
  const listed = new Set(methodResponses.map(({ statusCode }) => statusCode))
  const missing = [...new Set((integration?.integrationResponses ?? []).map(({ statusCode }) => statusCode))].filter(
    (statusCode) => !listed.has(statusCode),
  )
  const unlisted: Method['methodResponses'] = missing.map((statusCode) => ({ statusCode }))
  for (const response of [...methodResponses, ...unlisted]) {
    context.parts.run({
      operation: 'apigateway put-method-response',
      options: {
        ...at,
        'status-code': response.statusCode,
        'response-parameters': presentTexts(response.responseParameters),
        'response-models': presentTexts(response.responseModels),
      },
    })
  }
  if (missing.length === 0) return
  const message = `${route.routeKey} answers ${missing.join(', ')} without a method response, which the service refuses. The script adds it.`
  context.parts.report('export/approximated', 'info', `${pointer}/methodResponses`, message)
}

function integrationCommands({ context, route, at, pointer }: Place, integration: Integration): void {
  const { parts } = context
  parts.run({
    operation: 'apigateway put-integration',
    options: { ...at, ...integrationOptions(context, integration, pointer) },
  })
  const seen = new Set<string>()
  for (const [index, response] of integration.integrationResponses.entries()) {
    const { statusCode } = response
    if (seen.has(statusCode)) {
      const message = `${route.routeKey} has several integration responses ${statusCode}; the service keeps one for each status code, so that "${response.selectionPattern ?? ''}" is left out. Give it another status code.`
      parts.report('export/not-carried', 'error', `${pointer}/integration/integrationResponses/${index}`, message)
      continue
    }
    seen.add(statusCode)
    parts.run({
      operation: 'apigateway put-integration-response',
      options: {
        ...at,
        'status-code': statusCode,
        'selection-pattern': response.selectionPattern || undefined,
        'response-parameters': presentTexts(response.responseParameters),
        'response-templates': presentTexts(response.responseTemplates),
        'content-handling': response.contentHandling,
      },
    })
  }
}

function integrationOptions(context: ApiScript<RestApi>, integration: Integration, pointer: string) {
  const { uri, tlsConfig } = integration
  return {
    type: integration.type,
    'integration-http-method': integration.httpMethod,
    uri: uri === undefined ? undefined : targetText(context, uri, `${pointer}/integration/uri`),
    credentials: integration.credentials,
    'connection-type': integration.connectionType,
    'connection-id': vpcLink(context, integration.connectionId),
    'passthrough-behavior': integration.passthroughBehavior,
    'request-parameters': presentTexts(integration.requestParameters),
    'request-templates': presentTexts(integration.requestTemplates),
    'content-handling': integration.contentHandling,
    'timeout-in-millis': integration.timeoutInMillis,
    'cache-namespace': integration.cacheNamespace,
    'cache-key-parameters': { words: integration.cacheKeyParameters ?? [] },
    'tls-config': tlsConfig?.insecureSkipVerification === true ? 'insecureSkipVerification=true' : undefined,
    'response-transfer-mode': integration.responseTransferMode === 'STREAM' ? 'STREAM' : undefined,
  }
}

function reportNoIntegration({ context, route, pointer }: Place): void {
  const message = `${route.routeKey} has no integration: create-deployment of ${context.api.name} fails until it has one.`
  context.parts.report('export/refused', 'error', pointer, message)
}

import type { Method, MethodResponse } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes, type RestRoute } from '@shared/design/route-key'
import { pointerTo } from '@shared/diagnostic'
import { partId, type ApiContext } from '../export-context'
import { pascalCase } from '../logical-id'
import type { TemplateObject, TemplateValue } from '../template-document'
import { ownMetadata } from '../own-metadata'
import { properties, ref, some } from '../template-functions'
import { integrationProperties } from './rest-integration'

/** What methods refer to. */
export interface MethodReferences {
  /** The id of the resource of a path. */
  readonly resourceAt: (path: string) => TemplateValue
  readonly modelNamed: (name: string) => TemplateValue
  /** Logical ids by id in the design. */
  readonly authorizers: ReadonlyMap<string, string>
  readonly validators: ReadonlyMap<string, string>
}

/** Adds every method with its integration. Gives their logical ids. */
export function addMethods(context: ApiContext<RestApi>, references: MethodReferences): string[] {
  reportWithoutIntegration(context)
  reportDescriptions(context)
  return restRoutes(context.api).map((route) => {
    const words = route.path === '/' ? 'Root' : pascalCase(route.path)
    const id = partId(context, `${words}${pascalCase(route.verb.toLowerCase())}Method`, `method ${route.routeKey}`)
    context.parts.resource(id, {
      Type: 'AWS::ApiGateway::Method',
      Properties: methodProperties(context, route, references),
      ...ownMetadata(context.request, route.method.integration),
    })
    return id
  })
}

function methodProperties(context: ApiContext<RestApi>, route: RestRoute, references: MethodReferences) {
  const { method, path, verb } = route
  const { requestValidatorId, authorizerId } = method
  const validator = requestValidatorId === undefined ? undefined : references.validators.get(requestValidatorId)
  const authorizer = authorizerId === undefined ? undefined : references.authorizers.get(authorizerId)
  return properties({
    RestApiId: context.names.ref,
    ResourceId: references.resourceAt(path),
    HttpMethod: verb,
    OperationName: method.operationName,
    AuthorizationType: method.authorizationType,
    AuthorizerId: authorizer && ref(authorizer),
    AuthorizationScopes: some(method.authorizationScopes),
    ApiKeyRequired: method.apiKeyRequired,
    RequestValidatorId: validator && ref(validator),
    RequestParameters: method.requestParameters,
    RequestModels: modelMap(method.requestModels, references),
    MethodResponses: some(method.methodResponses.map((response) => responseProperties(response, references))),
    Integration: method.integration && integrationProperties(context, route, method.integration),
  })
}

function responseProperties(response: MethodResponse, references: MethodReferences): TemplateObject {
  return properties({
    StatusCode: response.statusCode,
    ResponseModels: modelMap(response.responseModels, references),
    ResponseParameters: response.responseParameters,
  })
}

function modelMap(models: Method['requestModels'], { modelNamed }: MethodReferences): TemplateObject | undefined {
  return models && Object.fromEntries(Object.entries(models).map(([type, name]) => [type, modelNamed(name)]))
}

function reportDescriptions({ api, names, parts }: ApiContext<RestApi>): void {
  const described = restRoutes(api).filter(({ method }) => method.description !== undefined)
  const [first] = described
  if (first === undefined) return
  const message = `The descriptions of ${described.length} methods of ${api.name} are left out, because AWS::ApiGateway::Method has none: ${described.map(({ routeKey }) => routeKey).join(', ')}.`
  const pointer = names.pointer + pointerTo(['resources', first.path, 'methods', first.verb, 'description'])
  parts.report('export/not-carried', 'info', pointer, message)
}

/** The words are the service's. */
function reportWithoutIntegration({ api, names, parts }: ApiContext<RestApi>): void {
  const without = restRoutes(api).filter(({ method }) => method.integration === undefined)
  const [first] = without
  if (first === undefined) return
  const others = without.length > 1 ? ` and ${without.length - 1} more methods` : ''
  const message = `${first.routeKey}${others} of ${api.name} have no integration, and the service refuses to deploy them: "No integration defined for method". Choose one for each.`
  const pointer = names.pointer + pointerTo(['resources', first.path, 'methods', first.verb])
  parts.report('export/refused', 'error', pointer, message)
}

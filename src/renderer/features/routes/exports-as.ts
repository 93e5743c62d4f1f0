import { ALL_METHODS, methodSettingKey, type MethodSetting } from '@shared/design/method-settings'
import type { LadderStep } from '../../ui/pipeline/ladder-step'
import type { RouteContext } from './route-context'
import { yamlLines, type TemplateMap } from './yaml-lines'

/** What a step's settings are in a CloudFormation template, as lines of YAML; none for what no template says. */
export function exportsAs(route: RouteContext, step: LadderStep): string[] {
  return yamlLines(membersOf(route, step))
}

function membersOf(route: RouteContext, step: LadderStep): TemplateMap {
  const { method, verb, api } = route
  switch (step) {
    case 'client':
      return { HttpMethod: verb, OperationName: method.operationName }
    case 'waf':
      return { WebACLArn: route.stage.webAclArn }
    case 'resource-policy':
      return api.policy === undefined ? {} : { Policy: plain(api.policy) }
    case 'authorizer':
      return {
        AuthorizationType: method.authorizationType,
        AuthorizerId: reference(method.authorizerId),
        AuthorizationScopes: method.authorizationScopes,
      }
    case 'api-key':
      return { ApiKeyRequired: method.apiKeyRequired }
    case 'throttle':
      return settingsOf(route, ({ throttlingRateLimit, throttlingBurstLimit }) => ({
        ThrottlingRateLimit: throttlingRateLimit,
        ThrottlingBurstLimit: throttlingBurstLimit,
      }))
    case 'validation':
      return {
        RequestValidatorId: reference(method.requestValidatorId),
        RequestModels: method.requestModels && mapValues(method.requestModels, (model) => `!Ref ${logicalId(model)}`),
        RequestParameters: method.requestParameters,
      }
    case 'cache':
      return {
        ...settingsOf(route, cacheMembers),
        Integration: definedOnly({ CacheKeyParameters: method.integration?.cacheKeyParameters }),
      }
    default:
      return integrationMembers(route, step)
  }
}

function cacheMembers(setting: MethodSetting): TemplateMap {
  return {
    CachingEnabled: setting.cachingEnabled,
    CacheTtlInSeconds: setting.cacheTtlInSeconds,
    CacheDataEncrypted: setting.cacheDataEncrypted,
  }
}

/** The entry of the method if it sets any of these members, else that of the stage. */
function settingsOf(route: RouteContext, pick: (setting: MethodSetting) => TemplateMap): TemplateMap {
  const own = definedOnly(pick(route.stage.methodSettings[methodSettingKey(route.path, route.verb)] ?? {}))
  const all = definedOnly(pick(route.stage.methodSettings[ALL_METHODS] ?? {}))
  if (own !== undefined) {
    const path = route.path === '/' ? '/' : `/${route.path.replaceAll('/', '~1')}`
    return { MethodSettings: [{ ResourcePath: path, HttpMethod: route.verb, ...own }] }
  }
  return all === undefined ? {} : { MethodSettings: [{ ResourcePath: '/*', HttpMethod: '*', ...all }] }
}

function integrationMembers({ method }: RouteContext, step: LadderStep): TemplateMap {
  const { integration } = method
  if (integration === undefined) return {}
  if (step === 'request-mapping') {
    return {
      Integration: definedOnly({
        PassthroughBehavior: integration.passthroughBehavior?.toString(),
        RequestParameters: integration.requestParameters,
        RequestTemplates: integration.requestTemplates,
      }),
    }
  }
  if (step === 'response-mapping') {
    const responses = integration.integrationResponses.map((response) => ({
      StatusCode: response.statusCode,
      SelectionPattern: response.selectionPattern,
      ResponseParameters: response.responseParameters,
      ResponseTemplates: response.responseTemplates,
    }))
    return {
      Integration: responses.length === 0 ? undefined : { IntegrationResponses: responses },
      MethodResponses: method.methodResponses.map(({ statusCode }) => ({ StatusCode: statusCode })),
    }
  }
  return {
    Integration: {
      Type: integration.type,
      IntegrationHttpMethod: integration.httpMethod,
      Uri: integration.uri,
      TimeoutInMillis: integration.timeoutInMillis,
    },
  }
}

/** undefined when no member is set, so that the heading above goes too. */
function definedOnly(map: TemplateMap): TemplateMap | undefined {
  return Object.values(map).some((value) => value !== undefined) ? map : undefined
}

function reference(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `!Ref ${logicalId(name)}`
}

/** "shop-token-auth" -> "ShopTokenAuth": logical ids are letters and digits. */
function logicalId(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

function mapValues(record: Readonly<Record<string, string>>, change: (value: string) => string): TemplateMap {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}

/** Plain JSON is a template value. */
function plain(value: object): TemplateMap {
  return JSON.parse(JSON.stringify(value)) as TemplateMap
}

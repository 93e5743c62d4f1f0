import { pointerTo } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { Integration, IntegrationResponse } from '../integration'
import type { Method, MethodResponse } from '../method'
import { restRoutes } from '../route-key'
import type { RestApiDefinition } from '../rest-api'
import type { Labels } from './pair-items'
import { settingsSection, type Part, type Section } from './part'
import { asSet, withoutDefaults } from './without-defaults'

/** What the methods of a definition refer to, by the names that both designs have. */
export interface DefinitionNames {
  readonly authorizers: Labels<string>
  readonly requestValidators: Labels<string>
}

/** The routes of a REST API, and its resources that have none. */
export function methodParts(definition: RestApiDefinition, pointer: string, names: DefinitionNames): Part[] {
  const routes = restRoutes(definition).map(({ routeKey, path, verb, method }) => {
    const at = pointer + pointerTo(['resources', path, 'methods', verb])
    const summary = method.integration?.type
    return {
      key: routeKey,
      subject: routeKey,
      pointer: at,
      ...(summary && { summary }),
      sections: sectionsOf(method, at, names),
    }
  })
  return [...routes, ...emptyResources(definition, pointer)]
}

/** A resource above another one, and the root, are there whether they are listed or not. */
function emptyResources({ resources }: RestApiDefinition, pointer: string): Part[] {
  const paths = Object.keys(resources)
  const parents = new Set(paths.flatMap(parentsOf))
  return Object.entries(resources)
    .filter(([path, { methods }]) => Object.keys(methods).length === 0 && path !== '/' && !parents.has(path))
    .map(([path]) => {
      const subject = `Resource ${path}`
      return { key: subject, subject, pointer: pointer + pointerTo(['resources', path]), sections: [] }
    })
}

/** "/a/b/c" -> ["/a", "/a/b"]. */
function parentsOf(path: string): string[] {
  const segments = path.split('/')
  return segments.slice(2).map((_, index) => segments.slice(0, index + 2).join('/'))
}

function sectionsOf(method: Method, at: string, names: DefinitionNames): Section[] {
  const { methodResponses, integration, authorizerId, requestValidatorId, ...rest } = method
  const own = {
    ...rest,
    authorizationScopes: asSet(rest.authorizationScopes),
    authorizerId: authorizerId && (names.authorizers.get(authorizerId) ?? authorizerId),
    requestValidatorId: requestValidatorId && (names.requestValidators.get(requestValidatorId) ?? requestValidatorId),
  }
  return [
    settingsSection(at, own, { authorizationType: 'NONE', apiKeyRequired: false }),
    ...(integration ? integrationSections(integration, `${at}/integration`) : []),
    ...methodResponses.map((response, index) => responseSection(response, `${at}/methodResponses/${index}`)),
  ]
}

function responseSection(response: MethodResponse, pointer: string): Section {
  const path = ['methodResponses', response.statusCode]
  return { key: path.join(' '), path, pointer, value: withoutDefaults(response) }
}

const INTEGRATION_DEFAULTS = {
  passthroughBehavior: 'WHEN_NO_MATCH',
  timeoutInMillis: LIMITS.integrationTimeoutMax.value,
  connectionType: 'INTERNET',
  tlsConfig: { insecureSkipVerification: false },
  responseTransferMode: 'BUFFERED',
}

function integrationSections({ integrationResponses, ...integration }: Integration, pointer: string): Section[] {
  const own = { ...integration, cacheKeyParameters: asSet(integration.cacheKeyParameters) }
  return [
    settingsSection(pointer, own, INTEGRATION_DEFAULTS, { key: 'integration', path: ['integration'] }),
    ...integrationResponses.map((response, index) =>
      answerSection(response, `${pointer}/integrationResponses/${index}`),
    ),
  ]
}

/** The service keeps them by status code and pattern, in no order. */
function answerSection(response: IntegrationResponse, pointer: string): Section {
  const { statusCode, selectionPattern = '' } = response
  const name = selectionPattern === '' ? statusCode : `${statusCode} ${selectionPattern}`
  const path = ['integration', 'integrationResponses', name]
  return { key: path.join(' '), path, pointer, value: withoutDefaults(response) }
}

import type { Diagnostic } from '../../diagnostic'
import type { Api } from '../api'
import type { Design } from '../design'
import type { RestApi } from '../rest-api'
import { restRoutes } from '../route-key'
import { checkAccount } from './check-account'
import { checkApiKeys } from './check-api-keys'
import { checkAuthorizers } from './check-authorizers'
import { checkDomainNames } from './check-domain-names'
import { checkEndpoint } from './check-endpoint'
import { checkGatewayResponses } from './check-gateway-responses'
import { checkIds } from './check-ids'
import { checkIntegration } from './check-integration'
import { checkApiLimits, checkDesignLimits } from './check-limits'
import { checkMethodAuthorization } from './check-method-authorization'
import { checkMethodParameters } from './check-method-parameters'
import { checkMethodReferences } from './check-method-references'
import { checkMethodResponses } from './check-method-responses'
import { checkModels } from './check-models'
import { checkResources } from './check-resources'
import { checkSavedTemplates } from './check-saved-templates'
import { checkScenarios } from './check-scenarios'
import { checkStages } from './check-stages'
import { checkTemplates } from './check-templates'
import { checkUsagePlans } from './check-usage-plans'
import { checkHttpApi } from './http/check-http-api'
import { checkWebAcls } from './check-web-acls'
import { checkWebSocketApi } from './websocket/check-websocket-api'
import type { Path } from './problem'
import type { ApiCheck, MethodCheck } from './scope'

const DESIGN_CHECKS = [
  checkAccount,
  checkIds,
  checkUsagePlans,
  checkApiKeys,
  checkDomainNames,
  checkWebAcls,
  checkDesignLimits,
  checkScenarios,
  checkSavedTemplates,
] as const

const API_CHECKS: readonly ApiCheck[] = [
  checkEndpoint,
  checkResources,
  checkAuthorizers,
  checkModels,
  checkGatewayResponses,
  checkStages,
  checkApiLimits,
]

const METHOD_CHECKS: readonly MethodCheck[] = [
  checkMethodAuthorization,
  checkMethodReferences,
  checkMethodParameters,
  checkIntegration,
  checkMethodResponses,
  checkTemplates,
]

/**
 * Everything wrong with a design: errors that AWS would refuse or that cannot work, warnings and notes. APIs first. The design must have
 * the shape of its type.
 */
export function checkDesign(design: Design): Diagnostic[] {
  return [
    ...design.apis.flatMap((api, index) => checkApi(design, api, ['apis', index])),
    ...DESIGN_CHECKS.flatMap((check) => check(design)),
  ]
}

function checkApi(design: Design, api: Api, at: Path): Diagnostic[] {
  if (api.protocolType === 'HTTP') return checkHttpApi({ design, api, at })
  return api.protocolType === 'REST' ? checkRestApi(design, api, at) : checkWebSocketApi({ design, api, at })
}

function checkRestApi(design: Design, api: RestApi, at: Path): Diagnostic[] {
  const methods = restRoutes(api).flatMap(({ routeKey, path, verb, method }) => {
    const scope = { api, at: [...at, 'resources', path, 'methods', verb], routeKey, path, method }
    return METHOD_CHECKS.flatMap((check) => check(scope))
  })
  return [...methods, ...API_CHECKS.flatMap((check) => check({ design, api, at }))]
}

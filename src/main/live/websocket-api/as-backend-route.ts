import type { Design } from '@shared/design/design'
import type { Integration } from '@shared/design/integration'
import type { RestApi } from '@shared/design/rest-api'
import type { WebSocketIntegration } from '@shared/design/websocket-api'
import type { WebSocketStageView } from '../../engine/compile/api-stage-view'
import type { LiveRoute } from '../live-route'

/**
 * A route as those know it who call backends: they were made for methods of REST APIs, of which they read the integration, the names for
 * the log, and the stage's variables. Whatever maps requests and responses is not in it.
 */
export function asBackendRoute(
  design: Design,
  view: WebSocketStageView,
  routeKey: string,
  settings: WebSocketIntegration | null,
  index: number,
  resourceId: string,
): LiveRoute {
  const { apiId, stage } = view
  const variables = view.settings.stageVariables ?? {}
  const api = asRestApi(view)
  return {
    index,
    stage: {
      index: 0,
      design,
      view: { apiId, stage, api, settings: { methodSettings: {}, variables }, definition: api },
      variables,
      cacheIndex: 0,
    },
    compiled: {
      protocolType: 'REST',
      apiId,
      stage,
      routeKey,
      path: '/',
      verb: 'POST',
      method: {
        authorizationType: 'NONE',
        apiKeyRequired: false,
        methodResponses: [],
        integration: settings === null ? NO_INTEGRATION : asIntegration(settings),
      },
      cacheControlStrategy: 'FAIL_WITH_403',
    },
    resourceId,
    validation: null,
    authorizer: null,
    keptMock: null,
    callerCheck: null,
    unsupported: null,
  }
}

const NO_INTEGRATION: Integration = { type: 'MOCK', integrationResponses: [] }

function asIntegration(settings: WebSocketIntegration): Integration {
  const { backend, connectionId, connectionType, credentialsArn, fault, handler, integrationMethod } = settings
  const { integrationType, integrationUri, requestParameters, timeoutInMillis } = settings
  return {
    type: integrationType,
    integrationResponses: [],
    ...(integrationMethod !== undefined && { httpMethod: integrationMethod }),
    ...(integrationUri !== undefined && { uri: integrationUri }),
    ...(connectionType !== undefined && { connectionType }),
    ...(connectionId !== undefined && { connectionId }),
    ...(credentialsArn !== undefined && { credentials: credentialsArn }),
    ...(requestParameters !== undefined && { requestParameters }),
    ...(timeoutInMillis !== undefined && { timeoutInMillis }),
    ...(handler !== undefined && { handler }),
    ...(backend !== undefined && { backend }),
    ...(fault !== undefined && { fault }),
  }
}

function asRestApi({ api: { id, name } }: WebSocketStageView): RestApi {
  return {
    protocolType: 'REST',
    id,
    name,
    endpointConfiguration: { types: ['REGIONAL'] },
    apiKeySource: 'HEADER',
    resources: {},
    authorizers: {},
    models: {},
    requestValidators: {},
    gatewayResponses: {},
    stages: {},
    deployments: [],
  }
}

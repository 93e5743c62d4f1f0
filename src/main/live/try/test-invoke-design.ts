import { definitionOf } from '@shared/design/definition-of'
import type { Design } from '@shared/design/design'
import type { Method, Verb } from '@shared/design/method'
import type { Resource, RestApi } from '@shared/design/rest-api'

/** Id of what a test invoke runs; no deployment has it. */
const DEPLOYMENT = 'test-invoke'

/**
 * The design as test invokes see it: every REST API as it stands now, deployed or not, without anything that stands before a method: no
 * authorizer, key, throttle, resource policy, web ACL or cache. Stages keep their variables.
 * Source: service model, TestInvokeMethod; rest-api.md 2.1 (skipped steps inferred).
 */
export function testInvokeDesign(design: Design): Design {
  return {
    ...design,
    apis: design.apis.map((api) => (api.protocolType === 'REST' ? openApi(api) : api)),
    usagePlans: [],
    webAcls: [],
  }
}

function openApi(api: RestApi): RestApi {
  const { policy: _policy, minimumCompressionSize: _size, disableExecuteApiEndpoint: _off, ...rest } = api
  const resources = Object.fromEntries(
    Object.entries(api.resources).map(([path, resource]) => [path, { ...resource, methods: openMethods(resource) }]),
  )
  const open: RestApi = { ...rest, resources, endpointConfiguration: { types: ['REGIONAL'] } }
  const stages = Object.entries(api.stages).map(([name, { variables }]) => [
    name,
    { deploymentId: DEPLOYMENT, methodSettings: {}, ...(variables && { variables }) },
  ])
  return {
    ...open,
    stages: Object.fromEntries(stages) as RestApi['stages'],
    deployments: [{ id: DEPLOYMENT, createdDate: '', definition: definitionOf(open) }],
  }
}

function openMethods({ methods }: Resource): Resource['methods'] {
  return Object.fromEntries(Object.entries(methods).map(([verb, method]) => [verb, openMethod(method)])) as {
    readonly [verb in Verb]?: Method
  }
}

function openMethod({ authorizerId: _authorizer, authorizationScopes: _scopes, ...method }: Method): Method {
  return { ...method, authorizationType: 'NONE', apiKeyRequired: false }
}

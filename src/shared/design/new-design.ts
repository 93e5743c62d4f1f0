import { LIMITS } from '../limits'
import { definitionOf } from './definition-of'
import type { Design } from './design'
import { mockMethod } from './mock-method'
import type { RestApi } from './rest-api'
import { unusedId } from './unused-id'

/** A project without APIs, in us-east-1 with the account limits of AWS's larger Regions and the account id of AWS's examples. */
export function emptyDesign(name: string): Design {
  return {
    name,
    region: 'us-east-1',
    accountId: '123456789012',
    account: { throttleSettings: { rateLimit: LIMITS.accountRate.value, burstLimit: LIMITS.accountBurst.value } },
    apis: [],
    usagePlans: [],
    apiKeys: [],
    domainNames: [],
    functions: {},
    scenarios: [],
  }
}

/** What `newRestApi` cannot know by itself. */
export interface NewRestApiOptions {
  /** Ids that other APIs of the design have. */
  readonly takenIds?: Iterable<string>
  /** ISO 8601, of the first deployment; 2026-01-01T00:00:00Z when absent. */
  readonly createdDate?: string
}

/** A REST API that can be called at once: GET / answers 200 by itself, deployed to the stage prod. Its id follows from its name. */
export function newRestApi(name: string, options: NewRestApiOptions = {}): RestApi {
  const id = unusedId(`api ${name}`, 10, options.takenIds ?? [])
  const deploymentId = unusedId(`deployment ${id}`, 6, [])
  const api: RestApi = {
    protocolType: 'REST',
    id,
    name,
    endpointConfiguration: { types: ['REGIONAL'] },
    apiKeySource: 'HEADER',
    resources: { '/': { methods: { GET: mockMethod() } } },
    authorizers: {},
    models: {},
    requestValidators: {},
    gatewayResponses: {},
    stages: { prod: { deploymentId, methodSettings: {} } },
    deployments: [],
  }
  const createdDate = options.createdDate ?? '2026-01-01T00:00:00Z'
  return { ...api, deployments: [{ id: deploymentId, createdDate, definition: definitionOf(api) }] }
}

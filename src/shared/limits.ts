/**
 * Every AWS quota and default the product knows, with its unit and its source. "Quotas": API Gateway Developer Guide, "Amazon API
 * Gateway quotas and important notes".
 */
export interface Limit {
  readonly value: number
  readonly unit: 'requests/s' | 'requests' | 'ms' | 's' | 'bytes' | 'items' | 'characters'
  readonly source: string
  /** Whether AWS raises it on request. */
  readonly canBeRaised: boolean
}

const limit = (value: number, unit: Limit['unit'], source: string, canBeRaised: boolean): Limit => ({
  value,
  unit,
  source,
  canBeRaised,
})

export const LIMITS = {
  accountRate: limit(10_000, 'requests/s', 'Quotas', true),
  accountBurst: limit(5_000, 'requests', 'Quotas', false),
  smallRegionRate: limit(2_500, 'requests/s', 'Quotas', true),
  smallRegionBurst: limit(1_250, 'requests', 'Quotas', false),
  resourcesPerApi: limit(300, 'items', 'Quotas', true),
  stagesPerApi: limit(10, 'items', 'Quotas', true),
  authorizersPerApi: limit(10, 'items', 'Quotas', true),
  apiKeys: limit(10_000, 'items', 'Quotas', false),
  usagePlans: limit(300, 'items', 'Quotas', true),
  usagePlansPerApiKey: limit(10, 'items', 'Quotas', false),
  methodThrottlesPerApiStage: limit(20, 'items', 'Quotas', true),
  stageVariables: limit(100, 'items', 'Quotas', false),
  stageVariableNameLength: limit(64, 'characters', 'Quotas', false),
  stageVariableValueLength: limit(512, 'characters', 'Quotas', false),
  integrationTimeoutMin: limit(50, 'ms', 'Quotas', false),
  integrationTimeoutMax: limit(29_000, 'ms', 'Quotas', true),
  payload: limit(10 * 1024 * 1024, 'bytes', 'Quotas', false),
  headers: limit(10_240, 'bytes', 'Quotas', false),
  url: limit(10_240, 'bytes', 'Quotas', false),
  urlEdge: limit(8_192, 'bytes', 'Quotas', false),
  methodArnWithAuthorization: limit(1_600, 'bytes', 'Quotas', false),
  resourcePolicyLength: limit(8_192, 'characters', 'Quotas', true),
  cacheTtlMax: limit(3_600, 's', 'Quotas', false),
  cacheTtlDefault: limit(300, 's', 'Enable API caching to enhance responsiveness', false),
  cacheEntry: limit(1_048_576, 'bytes', 'Quotas', false),
  authorizerTtlMax: limit(3_600, 's', 'service model, Authorizer', false),
  authorizerTtlDefault: limit(300, 's', 'service model, Authorizer', false),
  authorizerTimeout: limit(29_000, 'ms', 'rest-api.md U15 (unknown)', false),
  httpAuthorizerTimeout: limit(10_000, 'ms', 'Quotas for configuring and running an HTTP API', false),
  httpIntegrationTimeoutMax: limit(30_000, 'ms', 'Quotas for configuring and running an HTTP API', false),
  webSocketMessage: limit(131_072, 'bytes', 'Quotas for configuring and running a WebSocket API', false),
  connectionRate: limit(500, 'requests/s', 'Quotas for configuring and running a WebSocket API', true),
  mappingTemplate: limit(300 * 1024, 'bytes', 'Quotas', false),
  openApiFile: limit(6 * 1024 * 1024, 'bytes', 'Quotas', false),
  apiKeyValueMin: limit(20, 'characters', 'service validation, recorded', false),
  apiKeyValueMax: limit(128, 'characters', 'service validation, recorded', false),
  webAclRateMin: limit(10, 'requests', 'AWS WAF API reference, RateBasedStatement', false),
  webAclRateMax: limit(2_000_000_000, 'requests', 'AWS WAF API reference, RateBasedStatement', false),
  functionTimeoutDefault: limit(3, 's', 'Lambda Developer Guide, function timeout', false),
} as const satisfies Record<string, Limit>

/** Regions whose accounts start at the small rate. Source: "Quotas". */
export const SMALL_REGIONS: readonly string[] = [
  'af-south-1',
  'eu-south-1',
  'ap-southeast-3',
  'me-central-1',
  'ap-south-2',
  'ap-southeast-4',
  'eu-south-2',
  'eu-central-2',
  'il-central-1',
  'ca-west-1',
  'ap-southeast-5',
  'ap-southeast-7',
  'mx-central-1',
]

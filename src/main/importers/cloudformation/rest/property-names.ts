/** A kind of object in a template and the properties that it can have. Source: the resource types' published schemas. */
interface Shape {
  /** "AWS::ApiGateway::Stage", or the property that holds such objects. */
  readonly words: string
  readonly names: string
}

const METHOD_SETTING =
  'ResourcePath HttpMethod CacheDataEncrypted CacheTtlInSeconds CachingEnabled DataTraceEnabled LoggingLevel MetricsEnabled ThrottlingBurstLimit ThrottlingRateLimit'

const part = (type: string, names: string): Shape => ({ words: `AWS::ApiGateway::${type}`, names })
const inside = (property: string, type: string, names: string): Shape => ({
  words: `"${property}" of AWS::ApiGateway::${type}`,
  names,
})

export const SHAPES = {
  RestApi: part(
    'RestApi',
    'ApiKeySourceType BinaryMediaTypes Body BodyS3Location CloneFrom Description DisableExecuteApiEndpoint EndpointAccessMode EndpointConfiguration FailOnWarnings MinimumCompressionSize Mode Name Parameters Policy SecurityPolicy Tags',
  ),
  Resource: part('Resource', 'ParentId PathPart RestApiId'),
  Method: part(
    'Method',
    'ApiKeyRequired AuthorizationScopes AuthorizationType AuthorizerId HttpMethod Integration MethodResponses OperationName RequestModels RequestParameters RequestValidatorId ResourceId RestApiId',
  ),
  Integration: inside(
    'Integration',
    'Method',
    'CacheKeyParameters CacheNamespace ConnectionId ConnectionType ContentHandling Credentials IntegrationHttpMethod IntegrationResponses IntegrationTarget PassthroughBehavior RequestParameters RequestTemplates ResponseTransferMode TimeoutInMillis Type Uri',
  ),
  IntegrationResponse: inside(
    'IntegrationResponses',
    'Method',
    'ContentHandling ResponseParameters ResponseTemplates SelectionPattern StatusCode',
  ),
  MethodResponse: inside('MethodResponses', 'Method', 'ResponseModels ResponseParameters StatusCode'),
  Model: part('Model', 'ContentType Description Name RestApiId Schema'),
  RequestValidator: part('RequestValidator', 'Name RestApiId ValidateRequestBody ValidateRequestParameters'),
  Authorizer: part(
    'Authorizer',
    'AuthType AuthorizerCredentials AuthorizerResultTtlInSeconds AuthorizerUri IdentitySource IdentityValidationExpression Name ProviderARNs RestApiId Type',
  ),
  GatewayResponse: part('GatewayResponse', 'ResponseParameters ResponseTemplates ResponseType RestApiId StatusCode'),
  Deployment: part('Deployment', 'DeploymentCanarySettings Description RestApiId StageDescription StageName'),
  StageDescription: inside(
    'StageDescription',
    'Deployment',
    'AccessLogSetting CacheClusterEnabled CacheClusterSize CacheDataEncrypted CacheTtlInSeconds CachingEnabled CanarySetting ClientCertificateId DataTraceEnabled Description DocumentationVersion LoggingLevel MethodSettings MetricsEnabled Tags ThrottlingBurstLimit ThrottlingRateLimit TracingEnabled Variables',
  ),
  DeploymentCanarySettings: inside(
    'DeploymentCanarySettings',
    'Deployment',
    'PercentTraffic StageVariableOverrides UseStageCache',
  ),
  Stage: part(
    'Stage',
    'AccessLogSetting CacheClusterEnabled CacheClusterSize CanarySetting ClientCertificateId DeploymentId Description DocumentationVersion MethodSettings RestApiId StageName Tags TracingEnabled Variables',
  ),
  MethodSetting: inside('MethodSettings', 'Stage', METHOD_SETTING),
  CanarySetting: inside('CanarySetting', 'Stage', 'DeploymentId PercentTraffic StageVariableOverrides UseStageCache'),
  UsagePlan: part('UsagePlan', 'ApiStages Description Quota Tags Throttle UsagePlanName'),
  ApiStage: inside('ApiStages', 'UsagePlan', 'ApiId Stage Throttle'),
  Quota: inside('Quota', 'UsagePlan', 'Limit Offset Period'),
  Throttle: inside('Throttle', 'UsagePlan', 'BurstLimit RateLimit'),
  UsagePlanKey: part('UsagePlanKey', 'KeyId KeyType UsagePlanId'),
  ApiKey: part('ApiKey', 'CustomerId Description Enabled GenerateDistinctId Name StageKeys Tags Value'),
  DomainName: part(
    'DomainName',
    'CertificateArn DomainName EndpointAccessMode EndpointConfiguration MutualTlsAuthentication OwnershipVerificationCertificateArn RegionalCertificateArn RoutingMode SecurityPolicy Tags',
  ),
  BasePathMapping: part('BasePathMapping', 'BasePath DomainName Id RestApiId Stage'),
} as const satisfies Readonly<Record<string, Shape>>

export type ShapeName = keyof typeof SHAPES

/** "Stage", "Integration" ...: which shapes have a property of that very name. */
export function shapesWith(name: string): ShapeName[] {
  const all = Object.keys(SHAPES) as ShapeName[]
  return all.filter((shape) => namesOf(shape).includes(name))
}

export function namesOf(shape: ShapeName): string[] {
  return SHAPES[shape].names.split(' ')
}

/** The data of `apigateway`; how it is written: `read-shapes.ts`. Source: service model 2026-08. */
export const APIGATEWAY_SHAPES = `
AuthorizerType = TOKEN REQUEST COGNITO_USER_POOLS
CacheClusterSize = 0.5 1.6 6.1 13.5 28.4 58.2 118 237
DocumentationPartType = API AUTHORIZER MODEL RESOURCE METHOD PATH_PARAMETER QUERY_PARAMETER REQUEST_HEADER
  REQUEST_BODY RESPONSE RESPONSE_HEADER RESPONSE_BODY
EndpointType = REGIONAL EDGE PRIVATE
IpAddressType = ipv4 dualstack
SecurityPolicy = TLS_1_0 TLS_1_2 SecurityPolicy_TLS13_1_3_2025_09 SecurityPolicy_TLS13_1_3_FIPS_2025_09
  SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09 SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09
  SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09 SecurityPolicy_TLS13_1_2_PQ_2025_09 SecurityPolicy_TLS13_1_2_2021_06
  SecurityPolicy_TLS13_2025_EDGE SecurityPolicy_TLS12_PFS_2025_EDGE SecurityPolicy_TLS12_2018_EDGE
EndpointAccessMode = BASIC STRICT
RoutingMode = BASE_PATH_MAPPING_ONLY ROUTING_RULE_ONLY ROUTING_RULE_THEN_BASE_PATH_MAPPING
DomainNameStatus = AVAILABLE UPDATING PENDING PENDING_CERTIFICATE_REIMPORT PENDING_OWNERSHIP_VERIFICATION FAILED
AccessAssociationSourceType = VPCE
IntegrationType = HTTP AWS MOCK HTTP_PROXY AWS_PROXY
ConnectionType = INTERNET VPC_LINK
ContentHandling = CONVERT_TO_BINARY CONVERT_TO_TEXT
ResponseTransferMode = BUFFERED STREAM
ApiKeySource = HEADER AUTHORIZER
ApiStatus = UPDATING AVAILABLE PENDING FAILED
CacheClusterStatus = CREATE_IN_PROGRESS AVAILABLE DELETE_IN_PROGRESS NOT_AVAILABLE FLUSH_IN_PROGRESS
CacheControlStrategy = FAIL_WITH_403 SUCCEED_WITH_RESPONSE_HEADER SUCCEED_WITHOUT_RESPONSE_HEADER
QuotaPeriod = DAY WEEK MONTH
VpcLinkStatus = AVAILABLE PENDING DELETING FAILED
GatewayResponseType = DEFAULT_4XX DEFAULT_5XX RESOURCE_NOT_FOUND UNAUTHORIZED INVALID_API_KEY ACCESS_DENIED
  AUTHORIZER_FAILURE AUTHORIZER_CONFIGURATION_ERROR INVALID_SIGNATURE EXPIRED_TOKEN MISSING_AUTHENTICATION_TOKEN
  INTEGRATION_FAILURE INTEGRATION_TIMEOUT API_CONFIGURATION_ERROR UNSUPPORTED_MEDIA_TYPE BAD_REQUEST_PARAMETERS
  BAD_REQUEST_BODY REQUEST_TOO_LARGE THROTTLED QUOTA_EXCEEDED WAF_FILTERED
LocationStatus = DOCUMENTED UNDOCUMENTED
ResourceOwner = SELF OTHER_ACCOUNTS
ApiKeysFormat = csv
PutMode = merge overwrite
Op = add remove replace move copy test
StageKey {} restApiId stageName
ApiKey {}
  id value name customerId description enabled:boolean createdDate:timestamp lastUpdatedDate:timestamp stageKeys:[]
  tags:{}
Authorizer {}
  id name type:AuthorizerType providerARNs:[] authType authorizerUri authorizerCredentials identitySource
  identityValidationExpression authorizerResultTtlInSeconds:integer
BasePathMapping {} basePath restApiId stage
DeploymentCanarySettings {} percentTraffic:double stageVariableOverrides:{} useStageCache:boolean
MethodSnapshot {} authorizationType apiKeyRequired:boolean
Deployment {} id description createdDate:timestamp apiSummary:{{MethodSnapshot}}
DocumentationPartLocation {} type!:DocumentationPartType path method statusCode name
DocumentationPart {} id location:DocumentationPartLocation properties
DocumentationVersion {} version createdDate:timestamp description
EndpointConfiguration {} types:[EndpointType] ipAddressType:IpAddressType vpcEndpointIds:[]
MutualTlsAuthenticationInput {} truststoreUri truststoreVersion
MutualTlsAuthentication {} truststoreUri truststoreVersion truststoreWarnings:[]
DomainName {}
  domainName domainNameId domainNameArn certificateName certificateArn certificateUploadDate:timestamp
  regionalDomainName regionalHostedZoneId regionalCertificateName regionalCertificateArn distributionDomainName
  distributionHostedZoneId endpointConfiguration:EndpointConfiguration domainNameStatus:DomainNameStatus
  domainNameStatusMessage securityPolicy:SecurityPolicy endpointAccessMode:EndpointAccessMode tags:{}
  mutualTlsAuthentication:MutualTlsAuthentication ownershipVerificationCertificateArn managementPolicy policy
  routingMode:RoutingMode
DomainNameAccessAssociation {}
  domainNameAccessAssociationArn domainNameArn accessAssociationSourceType:AccessAssociationSourceType
  accessAssociationSource tags:{}
Model {} id name description schema contentType
RequestValidator {} id name validateRequestBody:boolean validateRequestParameters:boolean
MethodResponse {} statusCode responseParameters:{boolean} responseModels:{}
IntegrationResponse {}
  statusCode selectionPattern responseParameters:{} responseTemplates:{} contentHandling:ContentHandling
TlsConfig {} insecureSkipVerification:boolean
Integration {}
  type:IntegrationType httpMethod uri connectionType:ConnectionType connectionId credentials requestParameters:{}
  requestTemplates:{} passthroughBehavior contentHandling:ContentHandling timeoutInMillis:integer cacheNamespace
  cacheKeyParameters:[] integrationResponses:{IntegrationResponse} tlsConfig:TlsConfig
  responseTransferMode:ResponseTransferMode integrationTarget
Method {}
  httpMethod authorizationType authorizerId apiKeyRequired:boolean requestValidatorId operationName
  requestParameters:{boolean} requestModels:{} methodResponses:{MethodResponse} methodIntegration:Integration
  authorizationScopes:[]
Resource {} id parentId pathPart path resourceMethods:{Method}
RestApi {}
  id name description createdDate:timestamp version warnings:[] binaryMediaTypes:[] minimumCompressionSize:integer
  apiKeySource:ApiKeySource endpointConfiguration:EndpointConfiguration policy tags:{}
  disableExecuteApiEndpoint:boolean rootResourceId securityPolicy:SecurityPolicy endpointAccessMode:EndpointAccessMode
  apiStatus:ApiStatus apiStatusMessage
CanarySettings {} percentTraffic:double deploymentId stageVariableOverrides:{} useStageCache:boolean
MethodSetting {}
  metricsEnabled:boolean loggingLevel dataTraceEnabled:boolean throttlingBurstLimit:integer throttlingRateLimit:double
  cachingEnabled:boolean cacheTtlInSeconds:integer cacheDataEncrypted:boolean
  requireAuthorizationForCacheControl:boolean unauthorizedCacheControlHeaderStrategy:CacheControlStrategy
AccessLogSettings {} format destinationArn
Stage {}
  deploymentId clientCertificateId stageName description cacheClusterEnabled:boolean cacheClusterSize:CacheClusterSize
  cacheClusterStatus:CacheClusterStatus methodSettings:{MethodSetting} variables:{} documentationVersion
  accessLogSettings:AccessLogSettings canarySettings:CanarySettings tracingEnabled:boolean webAclArn tags:{}
  createdDate:timestamp lastUpdatedDate:timestamp
ThrottleSettings {} burstLimit:integer rateLimit:double
ApiStage {} apiId stage throttle:{ThrottleSettings}
QuotaSettings {} limit:integer offset:integer period:QuotaPeriod
UsagePlan {}
  id name description apiStages:[ApiStage] throttle:ThrottleSettings quota:QuotaSettings productCode tags:{}
UsagePlanKey {} id type value name
VpcLink {} id name description targetArns:[] status:VpcLinkStatus statusMessage tags:{}
ClientCertificate {}
  clientCertificateId description pemEncodedCertificate createdDate:timestamp expirationDate:timestamp tags:{}
Account {} cloudwatchRoleArn throttleSettings:ThrottleSettings features:[] apiKeyVersion
ApiKeys {} warnings:[] position item=items:[ApiKey]
Authorizers {} position item=items:[Authorizer]
BasePathMappings {} position item=items:[BasePathMapping]
ClientCertificates {} position item=items:[ClientCertificate]
Deployments {} position item=items:[Deployment]
DocumentationParts {} position item=items:[DocumentationPart]
DocumentationVersions {} position item=items:[DocumentationVersion]
DomainNameAccessAssociations {} position item=items:[DomainNameAccessAssociation]
DomainNames {} position item=items:[DomainName]
Export {} ~Content-Type=contentType ~Content-Disposition=contentDisposition *body:blob
GatewayResponse {}
  responseType:GatewayResponseType statusCode responseParameters:{} responseTemplates:{} defaultResponse:boolean
GatewayResponses {} position item=items:[GatewayResponse]
ModelTemplate {} value
Models {} position item=items:[Model]
RequestValidators {} position item=items:[RequestValidator]
Resources {} position item=items:[Resource]
RestApis {} position item=items:[RestApi]
SdkConfigurationProperty {} name friendlyName description required:boolean defaultValue
SdkType {} id friendlyName description configurationProperties:[SdkConfigurationProperty]
SdkTypes {} position item=items:[SdkType]
Stages {} item:[Stage]
Tags {} tags:{}
Usage {} usagePlanId startDate endDate position values=items:{[[long]]}
UsagePlanKeys {} position item=items:[UsagePlanKey]
UsagePlans {} position item=items:[UsagePlan]
VpcLinks {} position item=items:[VpcLink]
ImportedIds {} ids:[] warnings:[]
TestInvokeAuthorizerResult {} clientStatus:integer log latency:long principalId policy authorization:{[]} claims:{}
TestInvokeMethodResult {} status:integer body headers:{} multiValueHeaders:{[]} log latency:long
PatchOperation {} op:Op path value from
`

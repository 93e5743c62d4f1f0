/** Every operation of `apigateway`; how they are written: `read-operations.ts`. Source: service model 2026-08. */
export const APIGATEWAY_OPERATIONS = `
CreateApiKey POST /apikeys 201 BCLNTU -> ApiKey
  name description enabled:boolean generateDistinctId:boolean value stageKeys:[StageKey] customerId tags:{}
CreateAuthorizer POST /restapis/{restApiId}/authorizers 201 BCLNTU -> Authorizer
  name! type!:AuthorizerType providerARNs:[] authType authorizerUri authorizerCredentials identitySource
  identityValidationExpression authorizerResultTtlInSeconds:integer
CreateBasePathMapping POST /domainnames/{domainName}/basepathmappings 201 BCLNTU -> BasePathMapping
  ?domainNameId basePath restApiId! stage
CreateDeployment POST /restapis/{restApiId}/deployments 201 BCLNSTU -> Deployment
  stageName stageDescription description cacheClusterEnabled:boolean cacheClusterSize:CacheClusterSize variables:{}
  canarySettings:DeploymentCanarySettings tracingEnabled:boolean
CreateDocumentationPart POST /restapis/{restApiId}/documentation/parts 201 BCLNTU -> DocumentationPart
  location!:DocumentationPartLocation properties!
CreateDocumentationVersion POST /restapis/{restApiId}/documentation/versions 201 BCLNTU -> DocumentationVersion
  documentationVersion! stageName description
CreateDomainName POST /domainnames 201 BCLTU -> DomainName
  domainName! certificateName certificateBody certificatePrivateKey certificateChain certificateArn
  regionalCertificateName regionalCertificateArn endpointConfiguration:EndpointConfiguration tags:{}
  securityPolicy:SecurityPolicy endpointAccessMode:EndpointAccessMode
  mutualTlsAuthentication:MutualTlsAuthenticationInput ownershipVerificationCertificateArn policy
  routingMode:RoutingMode
CreateDomainNameAccessAssociation POST /domainnameaccessassociations 201 BCLTU -> DomainNameAccessAssociation
  domainNameArn! accessAssociationSourceType!:AccessAssociationSourceType accessAssociationSource! tags:{}
CreateModel POST /restapis/{restApiId}/models 201 BCLNTU -> Model name! description schema contentType!
CreateRequestValidator POST /restapis/{restApiId}/requestvalidators 201 BCLNTU -> RequestValidator
  name validateRequestBody:boolean validateRequestParameters:boolean
CreateResource POST /restapis/{restApiId}/resources/{parentId} 201 BCLNTU -> Resource pathPart!
CreateRestApi POST /restapis 201 BCLTU -> RestApi
  name! description version cloneFrom binaryMediaTypes:[] minimumCompressionSize:integer apiKeySource:ApiKeySource
  endpointConfiguration:EndpointConfiguration policy tags:{} disableExecuteApiEndpoint:boolean
  securityPolicy:SecurityPolicy endpointAccessMode:EndpointAccessMode
CreateStage POST /restapis/{restApiId}/stages 201 BCLNTU -> Stage
  stageName! deploymentId! description cacheClusterEnabled:boolean cacheClusterSize:CacheClusterSize variables:{}
  documentationVersion canarySettings:CanarySettings tracingEnabled:boolean tags:{}
CreateUsagePlan POST /usageplans 201 BCLNTU -> UsagePlan
  name! description apiStages:[ApiStage] throttle:ThrottleSettings quota:QuotaSettings tags:{}
CreateUsagePlanKey POST /usageplans/{usagePlanId}/keys 201 BCLNTU -> UsagePlanKey keyId! keyType!
CreateVpcLink POST /vpclinks 202 BCLTU -> VpcLink name! description targetArns!:[] tags:{}
DeleteApiKey DELETE /apikeys/{apiKey} 202 BCNTU
DeleteAuthorizer DELETE /restapis/{restApiId}/authorizers/{authorizerId} 202 BCNTU
DeleteBasePathMapping DELETE /domainnames/{domainName}/basepathmappings/{basePath} 202 BCNTU ?domainNameId
DeleteClientCertificate DELETE /clientcertificates/{clientCertificateId} 202 BCNTU
DeleteDeployment DELETE /restapis/{restApiId}/deployments/{deploymentId} 202 BCLNTU
DeleteDocumentationPart DELETE /restapis/{restApiId}/documentation/parts/{documentationPartId} 202 BCNTU
DeleteDocumentationVersion DELETE /restapis/{restApiId}/documentation/versions/{documentationVersion} 202 BCNTU
DeleteDomainName DELETE /domainnames/{domainName} 202 BCNTU ?domainNameId
DeleteDomainNameAccessAssociation DELETE /domainnameaccessassociations/{domainNameAccessAssociationArn} 202 BCNTU
DeleteGatewayResponse DELETE /restapis/{restApiId}/gatewayresponses/{responseType:GatewayResponseType} 202 BCNTU
DeleteIntegration DELETE /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration 204 BCNTU
DeleteIntegrationResponse DELETE
  /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration/responses/{statusCode} 204 BCNTU
DeleteMethod DELETE /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod} 204 CNTU
DeleteMethodResponse DELETE /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/responses/{statusCode}
  204 BCNTU
DeleteModel DELETE /restapis/{restApiId}/models/{modelName} 202 BCNTU
DeleteRequestValidator DELETE /restapis/{restApiId}/requestvalidators/{requestValidatorId} 202 BCNTU
DeleteResource DELETE /restapis/{restApiId}/resources/{resourceId} 202 BCNTU
DeleteRestApi DELETE /restapis/{restApiId} 202 BCNTU
DeleteStage DELETE /restapis/{restApiId}/stages/{stageName} 202 BCLNTU
DeleteUsagePlan DELETE /usageplans/{usagePlanId} 202 BCNTU
DeleteUsagePlanKey DELETE /usageplans/{usagePlanId}/keys/{keyId} 202 BCNTU
DeleteVpcLink DELETE /vpclinks/{vpcLinkId} 202 BCNTU
FlushStageAuthorizersCache DELETE /restapis/{restApiId}/stages/{stageName}/cache/authorizers 202 BCLNTU
FlushStageCache DELETE /restapis/{restApiId}/stages/{stageName}/cache/data 202 BCLNTU
GenerateClientCertificate POST /clientcertificates 201 BCLTU -> ClientCertificate description tags:{}
GetAccount GET /account 200 BNTU -> Account
GetApiKey GET /apikeys/{apiKey} 200 BNTU -> ApiKey ?includeValue:boolean
GetApiKeys GET /apikeys 200* BNTU -> ApiKeys
  ?position ?limit:integer ?name=nameQuery ?customerId ?includeValues:boolean
GetAuthorizer GET /restapis/{restApiId}/authorizers/{authorizerId} 200 BNTU -> Authorizer
GetAuthorizers GET /restapis/{restApiId}/authorizers 200* BNTU -> Authorizers ?position ?limit:integer
GetBasePathMapping GET /domainnames/{domainName}/basepathmappings/{basePath} 200 BNTU -> BasePathMapping ?domainNameId
GetBasePathMappings GET /domainnames/{domainName}/basepathmappings 200* BNTU -> BasePathMappings
  ?domainNameId ?position ?limit:integer
GetClientCertificate GET /clientcertificates/{clientCertificateId} 200 BNTU -> ClientCertificate
GetClientCertificates GET /clientcertificates 200* BNTU -> ClientCertificates ?position ?limit:integer
GetDeployment GET /restapis/{restApiId}/deployments/{deploymentId} 200 BNSTU -> Deployment ?embed:[]
GetDeployments GET /restapis/{restApiId}/deployments 200* BNSTU -> Deployments ?position ?limit:integer
GetDocumentationPart GET /restapis/{restApiId}/documentation/parts/{documentationPartId} 200 BNTU -> DocumentationPart
GetDocumentationParts GET /restapis/{restApiId}/documentation/parts 200* BNTU -> DocumentationParts
  ?type:DocumentationPartType ?name=nameQuery ?path ?position ?limit:integer ?locationStatus:LocationStatus
GetDocumentationVersion GET /restapis/{restApiId}/documentation/versions/{documentationVersion} 200 NTU ->
  DocumentationVersion
GetDocumentationVersions GET /restapis/{restApiId}/documentation/versions 200* BNTU -> DocumentationVersions
  ?position ?limit:integer
GetDomainName GET /domainnames/{domainName} 200 BNTU -> DomainName ?domainNameId
GetDomainNameAccessAssociations GET /domainnameaccessassociations 200 BNTU -> DomainNameAccessAssociations
  ?position ?limit:integer ?resourceOwner:ResourceOwner
GetDomainNames GET /domainnames 200* BNTU -> DomainNames ?position ?limit:integer ?resourceOwner:ResourceOwner
GetExport GET /restapis/{restApiId}/stages/{stageName}/exports/{exportType} 200 BCLNTU -> Export
  ?parameters:{} ~Accept=accepts
GetGatewayResponse GET /restapis/{restApiId}/gatewayresponses/{responseType:GatewayResponseType} 200 BNTU ->
  GatewayResponse
GetGatewayResponses GET /restapis/{restApiId}/gatewayresponses 200* BNTU -> GatewayResponses ?position ?limit:integer
GetIntegration GET /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration 200 BNTU ->
  Integration
GetIntegrationResponse GET
  /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration/responses/{statusCode} 200 BNTU ->
  IntegrationResponse
GetMethod GET /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod} 200 NTU -> Method
GetMethodResponse GET /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/responses/{statusCode} 200 NTU
  -> MethodResponse
GetModel GET /restapis/{restApiId}/models/{modelName} 200 BNTU -> Model ?flatten:boolean
GetModelTemplate GET /restapis/{restApiId}/models/{modelName}/default_template 200 BNTU -> ModelTemplate
GetModels GET /restapis/{restApiId}/models 200* BNTU -> Models ?position ?limit:integer
GetRequestValidator GET /restapis/{restApiId}/requestvalidators/{requestValidatorId} 200 BNTU -> RequestValidator
GetRequestValidators GET /restapis/{restApiId}/requestvalidators 200* BNTU -> RequestValidators
  ?position ?limit:integer
GetResource GET /restapis/{restApiId}/resources/{resourceId} 200 NTU -> Resource ?embed:[]
GetResources GET /restapis/{restApiId}/resources 200* BNTU -> Resources ?position ?limit:integer ?embed:[]
GetRestApi GET /restapis/{restApiId} 200 BNTU -> RestApi
GetRestApis GET /restapis 200* BNTU -> RestApis ?position ?limit:integer
GetSdk GET /restapis/{restApiId}/stages/{stageName}/sdks/{sdkType} 200 BCLNTU -> Export ?parameters:{}
GetSdkType GET /sdktypes/{id} 200 BNTU -> SdkType
GetSdkTypes GET /sdktypes 200* BNTU -> SdkTypes ?position ?limit:integer
GetStage GET /restapis/{restApiId}/stages/{stageName} 200 BCLNTU -> Stage
GetStages GET /restapis/{restApiId}/stages 200 BCLNTU -> Stages ?deploymentId
GetTags GET /tags/{resourceArn} 200 BNTU -> Tags ?position ?limit:integer
GetUsage GET /usageplans/{usagePlanId}/usage 200* BNTU -> Usage ?keyId ?startDate! ?endDate! ?position ?limit:integer
GetUsagePlan GET /usageplans/{usagePlanId} 200 BNTU -> UsagePlan
GetUsagePlanKey GET /usageplans/{usagePlanId}/keys/{keyId} 200 BNTU -> UsagePlanKey
GetUsagePlanKeys GET /usageplans/{usagePlanId}/keys 200* BNTU -> UsagePlanKeys
  ?position ?limit:integer ?name=nameQuery
GetUsagePlans GET /usageplans 200* BNTU -> UsagePlans ?position ?keyId ?limit:integer
GetVpcLink GET /vpclinks/{vpcLinkId} 200 BNTU -> VpcLink
GetVpcLinks GET /vpclinks 200* BNTU -> VpcLinks ?position ?limit:integer
ImportApiKeys POST /apikeys?mode=import 201 BCLNTU -> ImportedIds
  *body!:blob ?format!:ApiKeysFormat ?failonwarnings=failOnWarnings:boolean
ImportDocumentationParts PUT /restapis/{restApiId}/documentation/parts 200 BCLNTU -> ImportedIds
  ?mode:PutMode ?failonwarnings=failOnWarnings:boolean *body!:blob
ImportRestApi POST /restapis?mode=import 201 BCLNTU -> RestApi
  ?failonwarnings=failOnWarnings:boolean ?parameters:{} *body!:blob
PutGatewayResponse PUT /restapis/{restApiId}/gatewayresponses/{responseType:GatewayResponseType} 201 BCLNTU ->
  GatewayResponse
  statusCode responseParameters:{} responseTemplates:{}
PutIntegration PUT /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration 201 BCLNTU ->
  Integration
  type!:IntegrationType httpMethod=integrationHttpMethod uri connectionType:ConnectionType connectionId credentials
  requestParameters:{} requestTemplates:{} passthroughBehavior cacheNamespace cacheKeyParameters:[]
  contentHandling:ContentHandling timeoutInMillis:integer tlsConfig:TlsConfig
  responseTransferMode:ResponseTransferMode integrationTarget
PutIntegrationResponse PUT
  /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration/responses/{statusCode} 201 BCLNTU ->
  IntegrationResponse
  selectionPattern responseParameters:{} responseTemplates:{} contentHandling:ContentHandling
PutMethod PUT /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod} 201 BCLNTU -> Method
  authorizationType! authorizerId apiKeyRequired:boolean operationName requestParameters:{boolean} requestModels:{}
  requestValidatorId authorizationScopes:[]
PutMethodResponse PUT /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/responses/{statusCode} 201
  BCLNTU -> MethodResponse
  responseParameters:{boolean} responseModels:{}
PutRestApi PUT /restapis/{restApiId} 200 BCLNTU -> RestApi
  ?mode:PutMode ?failonwarnings=failOnWarnings:boolean ?parameters:{} *body!:blob
RejectDomainNameAccessAssociation POST /rejectdomainnameaccessassociations 202 BCNTU
  ?domainNameAccessAssociationArn! ?domainNameArn!
TagResource PUT /tags/{resourceArn} 204 BCLNTU tags!:{}
TestInvokeAuthorizer POST /restapis/{restApiId}/authorizers/{authorizerId} 200 BNTU -> TestInvokeAuthorizerResult
  headers:{} multiValueHeaders:{[]} pathWithQueryString body stageVariables:{} additionalContext:{}
TestInvokeMethod POST /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod} 200 BNTU ->
  TestInvokeMethodResult
  pathWithQueryString body headers:{} multiValueHeaders:{[]} clientCertificateId stageVariables:{}
UntagResource DELETE /tags/{resourceArn} 204 BCLNTU ?tagKeys!:[]
UpdateAccount PATCH /account 200 BCLNTU -> Account patchOperations:[PatchOperation]
UpdateApiKey PATCH /apikeys/{apiKey} 200 BCLNTU -> ApiKey patchOperations:[PatchOperation]
UpdateAuthorizer PATCH /restapis/{restApiId}/authorizers/{authorizerId} 200 BCLNTU -> Authorizer
  patchOperations:[PatchOperation]
UpdateBasePathMapping PATCH /domainnames/{domainName}/basepathmappings/{basePath} 200 BCLNTU -> BasePathMapping
  ?domainNameId patchOperations:[PatchOperation]
UpdateClientCertificate PATCH /clientcertificates/{clientCertificateId} 200 BCLNTU -> ClientCertificate
  patchOperations:[PatchOperation]
UpdateDeployment PATCH /restapis/{restApiId}/deployments/{deploymentId} 200 BCLNSTU -> Deployment
  patchOperations:[PatchOperation]
UpdateDocumentationPart PATCH /restapis/{restApiId}/documentation/parts/{documentationPartId} 200 BCLNTU ->
  DocumentationPart
  patchOperations:[PatchOperation]
UpdateDocumentationVersion PATCH /restapis/{restApiId}/documentation/versions/{documentationVersion} 200 BCLNTU ->
  DocumentationVersion
  patchOperations:[PatchOperation]
UpdateDomainName PATCH /domainnames/{domainName} 200 BCLNTU -> DomainName
  ?domainNameId patchOperations:[PatchOperation]
UpdateGatewayResponse PATCH /restapis/{restApiId}/gatewayresponses/{responseType:GatewayResponseType} 200 BCLNTU ->
  GatewayResponse
  patchOperations:[PatchOperation]
UpdateIntegration PATCH /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration 200 BCLNTU ->
  Integration
  patchOperations:[PatchOperation]
UpdateIntegrationResponse PATCH
  /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/integration/responses/{statusCode} 200 BCLNTU ->
  IntegrationResponse
  patchOperations:[PatchOperation]
UpdateMethod PATCH /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod} 200 BCNTU -> Method
  patchOperations:[PatchOperation]
UpdateMethodResponse PATCH /restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}/responses/{statusCode}
  201 BCLNTU -> MethodResponse
  patchOperations:[PatchOperation]
UpdateModel PATCH /restapis/{restApiId}/models/{modelName} 200 BCLNTU -> Model patchOperations:[PatchOperation]
UpdateRequestValidator PATCH /restapis/{restApiId}/requestvalidators/{requestValidatorId} 200 BCLNTU ->
  RequestValidator
  patchOperations:[PatchOperation]
UpdateResource PATCH /restapis/{restApiId}/resources/{resourceId} 200 BCNTU -> Resource
  patchOperations:[PatchOperation]
UpdateRestApi PATCH /restapis/{restApiId} 200 BCLNTU -> RestApi patchOperations:[PatchOperation]
UpdateStage PATCH /restapis/{restApiId}/stages/{stageName} 200 BCLNTU -> Stage patchOperations:[PatchOperation]
UpdateUsage PATCH /usageplans/{usagePlanId}/keys/{keyId}/usage 200 BCLNTU -> Usage patchOperations:[PatchOperation]
UpdateUsagePlan PATCH /usageplans/{usagePlanId} 200 BCLNTU -> UsagePlan patchOperations:[PatchOperation]
UpdateVpcLink PATCH /vpclinks/{vpcLinkId} 200 BCLNTU -> VpcLink patchOperations:[PatchOperation]
`

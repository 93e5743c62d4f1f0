/** Every operation of `apigatewayv2`; how they are written: `read-operations.ts`. Source: service model 2026-08. */
export const APIGATEWAYV2_OPERATIONS = `
CreateApi POST /v2/apis 201 BCNT -> Api
  apiKeySelectionExpression corsConfiguration:Cors credentialsArn description disableSchemaValidation:boolean
  disableExecuteApiEndpoint:boolean ipAddressType:IpAddressType name! protocolType!:ProtocolType routeKey
  routeSelectionExpression tags:{} target version
CreateApiMapping POST /v2/domainnames/{domainName}/apimappings 201 BCNT -> ApiMapping apiId! apiMappingKey stage!
CreateAuthorizer POST /v2/apis/{apiId}/authorizers 201 BCNT -> Authorizer
  authorizerCredentialsArn authorizerPayloadFormatVersion authorizerResultTtlInSeconds:integer
  authorizerType!:AuthorizerType authorizerUri enableSimpleResponses:boolean identitySource!:[]
  identityValidationExpression jwtConfiguration:JwtConfiguration name!
CreateDeployment POST /v2/apis/{apiId}/deployments 201 BCNT -> Deployment description stageName
CreateDomainName POST /v2/domainnames 201 ABCNT -> DomainName
  domainName! domainNameConfigurations:[DomainNameConfiguration] mutualTlsAuthentication:MutualTlsAuthenticationInput
  routingMode:RoutingMode tags:{}
CreateIntegration POST /v2/apis/{apiId}/integrations 201 BCNT -> Integration
  connectionId connectionType:ConnectionType contentHandlingStrategy:ContentHandlingStrategy credentialsArn
  description integrationMethod integrationSubtype integrationType!:IntegrationType integrationUri
  passthroughBehavior:PassthroughBehavior payloadFormatVersion requestParameters:{} requestTemplates:{}
  responseParameters:{{}} templateSelectionExpression timeoutInMillis:integer tlsConfig:TlsConfig
CreateIntegrationResponse POST /v2/apis/{apiId}/integrations/{integrationId}/integrationresponses 201 BCNT ->
  IntegrationResponse
  contentHandlingStrategy:ContentHandlingStrategy integrationResponseKey! responseParameters:{} responseTemplates:{}
  templateSelectionExpression
CreateModel POST /v2/apis/{apiId}/models 201 BCNT -> Model contentType description name! schema!
CreatePortal POST /v2/portals 201 ABT -> Portal
  authorization!:Authorization endpointConfiguration!:PortalEndpointInput includedPortalProductArns:[] logoUri
  portalContent!:PortalContent rumAppMonitorName tags:{}
CreatePortalProduct POST /v2/portalproducts 201 ABT -> PortalProduct description displayName! tags:{}
CreateProductPage POST /v2/portalproducts/{portalProductId}/productpages 201 ABNT -> ProductPage
  displayContent!:PageContent
CreateProductRestEndpointPage POST /v2/portalproducts/{portalProductId}/productrestendpointpages 201 ABNT ->
  ProductRestEndpointPage
  displayContent:EndpointPageContent restEndpointIdentifier!:RestEndpointIdentifier tryItState:TryItState
CreateRoute POST /v2/apis/{apiId}/routes 201 BCNT -> Route
  apiKeyRequired:boolean authorizationScopes:[] authorizationType:AuthorizationType authorizerId
  modelSelectionExpression operationName requestModels:{} requestParameters:{ParameterConstraints} routeKey!
  routeResponseSelectionExpression target
CreateRouteResponse POST /v2/apis/{apiId}/routes/{routeId}/routeresponses 201 BCNT -> RouteResponse
  modelSelectionExpression responseModels:{} responseParameters:{ParameterConstraints} routeResponseKey!
CreateRoutingRule POST /v2/domainnames/{domainName}/routingrules 201 BCNT -> RoutingRule
  actions!:[RoutingRuleAction] conditions!:[RoutingRuleCondition] ?domainNameId priority!:integer
CreateStage POST /v2/apis/{apiId}/stages 201 BCNT -> Stage
  accessLogSettings:AccessLogSettings autoDeploy:boolean clientCertificateId defaultRouteSettings:RouteSettings
  deploymentId description routeSettings:{RouteSettings} stageName! stageVariables:{} tags:{}
CreateVpcLink POST /v2/vpclinks 201 BT -> VpcLink name! securityGroupIds:[] subnetIds!:[] tags:{}
DeleteAccessLogSettings DELETE /v2/apis/{apiId}/stages/{stageName}/accesslogsettings 204 NT
DeleteApi DELETE /v2/apis/{apiId} 204 NT
DeleteApiMapping DELETE /v2/domainnames/{domainName}/apimappings/{apiMappingId} 204 BNT
DeleteAuthorizer DELETE /v2/apis/{apiId}/authorizers/{authorizerId} 204 NT
DeleteCorsConfiguration DELETE /v2/apis/{apiId}/cors 204 NT
DeleteDeployment DELETE /v2/apis/{apiId}/deployments/{deploymentId} 204 NT
DeleteDomainName DELETE /v2/domainnames/{domainName} 204 NT
DeleteIntegration DELETE /v2/apis/{apiId}/integrations/{integrationId} 204 NT
DeleteIntegrationResponse DELETE
  /v2/apis/{apiId}/integrations/{integrationId}/integrationresponses/{integrationResponseId} 204 NT
DeleteModel DELETE /v2/apis/{apiId}/models/{modelId} 204 NT
DeletePortal DELETE /v2/portals/{portalId} 204 ABT
DeletePortalProduct DELETE /v2/portalproducts/{portalProductId} 204 ABNT
DeletePortalProductSharingPolicy DELETE /v2/portalproducts/{portalProductId}/sharingpolicy 204 ABNT
DeleteProductPage DELETE /v2/portalproducts/{portalProductId}/productpages/{productPageId} 204 ABNT
DeleteProductRestEndpointPage DELETE
  /v2/portalproducts/{portalProductId}/productrestendpointpages/{productRestEndpointPageId} 204 ABNT
DeleteRoute DELETE /v2/apis/{apiId}/routes/{routeId} 204 NT
DeleteRouteRequestParameter DELETE /v2/apis/{apiId}/routes/{routeId}/requestparameters/{requestParameterKey} 204 NT
DeleteRouteResponse DELETE /v2/apis/{apiId}/routes/{routeId}/routeresponses/{routeResponseId} 204 NT
DeleteRouteSettings DELETE /v2/apis/{apiId}/stages/{stageName}/routesettings/{routeKey} 204 NT
DeleteRoutingRule DELETE /v2/domainnames/{domainName}/routingrules/{routingRuleId} 204 BNT ?domainNameId
DeleteStage DELETE /v2/apis/{apiId}/stages/{stageName} 204 NT
DeleteVpcLink DELETE /v2/vpclinks/{vpcLinkId} 202 NT -> Nothing
ExportApi GET /v2/apis/{apiId}/exports/{specification:Specification} 200 BNT -> ExportedApi
  ?exportVersion ?includeExtensions:boolean ?outputType!:OutputType ?stageName
DisablePortal DELETE /v2/portals/{portalId}/publish 204 ABCNT
ResetAuthorizersCache DELETE /v2/apis/{apiId}/stages/{stageName}/cache/authorizers 204 NT
GetApi GET /v2/apis/{apiId} 200 NT -> Api
GetApiMapping GET /v2/domainnames/{domainName}/apimappings/{apiMappingId} 200 BNT -> ApiMapping
GetApiMappings GET /v2/domainnames/{domainName}/apimappings 200 BNT -> ApiMappings ?maxResults ?nextToken
GetApis GET /v2/apis 200* BNT -> Apis ?maxResults ?nextToken
GetAuthorizer GET /v2/apis/{apiId}/authorizers/{authorizerId} 200 NT -> Authorizer
GetAuthorizers GET /v2/apis/{apiId}/authorizers 200* BNT -> Authorizers ?maxResults ?nextToken
GetDeployment GET /v2/apis/{apiId}/deployments/{deploymentId} 200 NT -> Deployment
GetDeployments GET /v2/apis/{apiId}/deployments 200* BNT -> Deployments ?maxResults ?nextToken
GetDomainName GET /v2/domainnames/{domainName} 200 NT -> DomainName
GetDomainNames GET /v2/domainnames 200* BNT -> DomainNames ?maxResults ?nextToken
GetIntegration GET /v2/apis/{apiId}/integrations/{integrationId} 200 NT -> Integration
GetIntegrationResponse GET /v2/apis/{apiId}/integrations/{integrationId}/integrationresponses/{integrationResponseId}
  200 NT -> IntegrationResponse
GetIntegrationResponses GET /v2/apis/{apiId}/integrations/{integrationId}/integrationresponses 200* BNT ->
  IntegrationResponses
  ?maxResults ?nextToken
GetIntegrations GET /v2/apis/{apiId}/integrations 200* BNT -> Integrations ?maxResults ?nextToken
GetModel GET /v2/apis/{apiId}/models/{modelId} 200 NT -> Model
GetModelTemplate GET /v2/apis/{apiId}/models/{modelId}/template 200 NT -> ModelTemplate
GetModels GET /v2/apis/{apiId}/models 200* BNT -> Models ?maxResults ?nextToken
GetPortal GET /v2/portals/{portalId} 200 ABNT -> PortalWithPreview
GetPortalProduct GET /v2/portalproducts/{portalProductId} 200 ABNT -> PortalProduct ?resourceOwnerAccountId
GetPortalProductSharingPolicy GET /v2/portalproducts/{portalProductId}/sharingpolicy 200 ABNT ->
  PortalProductSharingPolicy
GetProductPage GET /v2/portalproducts/{portalProductId}/productpages/{productPageId} 200 ABNT -> ProductPage
  ?resourceOwnerAccountId
GetProductRestEndpointPage GET
  /v2/portalproducts/{portalProductId}/productrestendpointpages/{productRestEndpointPageId} 200 ABNT ->
  ProductRestEndpointPageWithContent
  ?includeRawDisplayContent ?resourceOwnerAccountId
GetRoute GET /v2/apis/{apiId}/routes/{routeId} 200 NT -> Route
GetRouteResponse GET /v2/apis/{apiId}/routes/{routeId}/routeresponses/{routeResponseId} 200 NT -> RouteResponse
GetRouteResponses GET /v2/apis/{apiId}/routes/{routeId}/routeresponses 200* BNT -> RouteResponses
  ?maxResults ?nextToken
GetRoutes GET /v2/apis/{apiId}/routes 200* BNT -> Routes ?maxResults ?nextToken
GetRoutingRule GET /v2/domainnames/{domainName}/routingrules/{routingRuleId} 200 BNT -> RoutingRule ?domainNameId
ListRoutingRules GET /v2/domainnames/{domainName}/routingrules 200* BNT -> RoutingRules
  ?domainNameId ?maxResults:integer ?nextToken
GetStage GET /v2/apis/{apiId}/stages/{stageName} 200 NT -> Stage
GetStages GET /v2/apis/{apiId}/stages 200* BNT -> Stages ?maxResults ?nextToken
GetTags GET /v2/tags/{resource-arn} 200 BCNT -> Tags
GetVpcLink GET /v2/vpclinks/{vpcLinkId} 200 NT -> VpcLink
GetVpcLinks GET /v2/vpclinks 200 BT -> VpcLinks ?maxResults ?nextToken
ImportApi PUT /v2/apis 201 BCNT -> Api ?basepath body! ?failOnWarnings:boolean
ListPortalProducts GET /v2/portalproducts 200* ABT -> PortalProducts ?maxResults ?nextToken ?resourceOwner
ListPortals GET /v2/portals 200* ABT -> Portals ?maxResults ?nextToken
ListProductPages GET /v2/portalproducts/{portalProductId}/productpages 200* ABNT -> ProductPages
  ?maxResults ?nextToken ?resourceOwnerAccountId
ListProductRestEndpointPages GET /v2/portalproducts/{portalProductId}/productrestendpointpages 200* ABNT ->
  ProductRestEndpointPages
  ?maxResults ?nextToken ?resourceOwnerAccountId
PreviewPortal POST /v2/portals/{portalId}/preview 202 ABCNT -> Nothing
PublishPortal POST /v2/portals/{portalId}/publish 202 ABCNT -> Nothing description
PutPortalProductSharingPolicy PUT /v2/portalproducts/{portalProductId}/sharingpolicy 200 ABNT -> Nothing
  policyDocument!
PutRoutingRule PUT /v2/domainnames/{domainName}/routingrules/{routingRuleId} 200 BCNT -> RoutingRule
  actions!:[RoutingRuleAction] conditions!:[RoutingRuleCondition] ?domainNameId priority!:integer
ReimportApi PUT /v2/apis/{apiId} 201 BCNT -> Api ?basepath body! ?failOnWarnings:boolean
TagResource POST /v2/tags/{resource-arn} 201 BCNT -> Nothing tags:{}
UntagResource DELETE /v2/tags/{resource-arn} 204 BCNT ?tagKeys!:[]
UpdateApi PATCH /v2/apis/{apiId} 200 BCNT -> Api
  apiKeySelectionExpression corsConfiguration:Cors credentialsArn description disableSchemaValidation:boolean
  disableExecuteApiEndpoint:boolean ipAddressType:IpAddressType name routeKey routeSelectionExpression target version
UpdateApiMapping PATCH /v2/domainnames/{domainName}/apimappings/{apiMappingId} 200 BCNT -> ApiMapping
  apiId! apiMappingKey stage
UpdateAuthorizer PATCH /v2/apis/{apiId}/authorizers/{authorizerId} 200 BCNT -> Authorizer
  authorizerCredentialsArn authorizerPayloadFormatVersion authorizerResultTtlInSeconds:integer
  authorizerType:AuthorizerType authorizerUri enableSimpleResponses:boolean identitySource:[]
  identityValidationExpression jwtConfiguration:JwtConfiguration name
UpdateDeployment PATCH /v2/apis/{apiId}/deployments/{deploymentId} 200 BCNT -> Deployment description
UpdateDomainName PATCH /v2/domainnames/{domainName} 200 BCNT -> DomainName
  domainNameConfigurations:[DomainNameConfiguration] mutualTlsAuthentication:MutualTlsAuthenticationInput
  routingMode:RoutingMode
UpdateIntegration PATCH /v2/apis/{apiId}/integrations/{integrationId} 200 BCNT -> Integration
  connectionId connectionType:ConnectionType contentHandlingStrategy:ContentHandlingStrategy credentialsArn
  description integrationMethod integrationSubtype integrationType:IntegrationType integrationUri
  passthroughBehavior:PassthroughBehavior payloadFormatVersion requestParameters:{} requestTemplates:{}
  responseParameters:{{}} templateSelectionExpression timeoutInMillis:integer tlsConfig:TlsConfig
UpdateIntegrationResponse PATCH
  /v2/apis/{apiId}/integrations/{integrationId}/integrationresponses/{integrationResponseId} 200 BCNT ->
  IntegrationResponse
  contentHandlingStrategy:ContentHandlingStrategy integrationResponseKey responseParameters:{} responseTemplates:{}
  templateSelectionExpression
UpdateModel PATCH /v2/apis/{apiId}/models/{modelId} 200 BCNT -> Model contentType description name schema
UpdatePortal PATCH /v2/portals/{portalId} 200 ABCNT -> PortalWithPreview
  authorization:Authorization endpointConfiguration:PortalEndpointInput includedPortalProductArns:[] logoUri
  portalContent:PortalContent rumAppMonitorName
UpdatePortalProduct PATCH /v2/portalproducts/{portalProductId} 200 ABNT -> PortalProduct
  description displayName displayOrder:DisplayOrder
UpdateProductPage PATCH /v2/portalproducts/{portalProductId}/productpages/{productPageId} 200 ABNT -> ProductPage
  displayContent:PageContent
UpdateProductRestEndpointPage PATCH
  /v2/portalproducts/{portalProductId}/productrestendpointpages/{productRestEndpointPageId} 200 ABNT ->
  ProductRestEndpointPage
  displayContent:EndpointPageContent tryItState:TryItState
UpdateRoute PATCH /v2/apis/{apiId}/routes/{routeId} 200 BCNT -> Route
  apiKeyRequired:boolean authorizationScopes:[] authorizationType:AuthorizationType authorizerId
  modelSelectionExpression operationName requestModels:{} requestParameters:{ParameterConstraints} routeKey
  routeResponseSelectionExpression target
UpdateRouteResponse PATCH /v2/apis/{apiId}/routes/{routeId}/routeresponses/{routeResponseId} 200 BCNT -> RouteResponse
  modelSelectionExpression responseModels:{} responseParameters:{ParameterConstraints} routeResponseKey
UpdateStage PATCH /v2/apis/{apiId}/stages/{stageName} 200 BCNT -> Stage
  accessLogSettings:AccessLogSettings autoDeploy:boolean clientCertificateId defaultRouteSettings:RouteSettings
  deploymentId description routeSettings:{RouteSettings} stageVariables:{}
UpdateVpcLink PATCH /v2/vpclinks/{vpcLinkId} 200 BNT -> VpcLink name
`

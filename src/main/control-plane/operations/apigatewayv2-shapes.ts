/** The data of `apigatewayv2`; how it is written: `read-shapes.ts`. Source: service model 2026-08. */
export const APIGATEWAYV2_SHAPES = `
IpAddressType = ipv4 dualstack
ProtocolType = WEBSOCKET HTTP
AuthorizerType = REQUEST JWT
DeploymentStatus = PENDING FAILED DEPLOYED
DomainNameStatus = AVAILABLE UPDATING PENDING_CERTIFICATE_REIMPORT PENDING_OWNERSHIP_VERIFICATION
EndpointType = REGIONAL EDGE
SecurityPolicy = TLS_1_0 TLS_1_2
RoutingMode = API_MAPPING_ONLY ROUTING_RULE_ONLY ROUTING_RULE_THEN_API_MAPPING
ConnectionType = INTERNET VPC_LINK
ContentHandlingStrategy = CONVERT_TO_BINARY CONVERT_TO_TEXT
IntegrationType = AWS HTTP MOCK HTTP_PROXY AWS_PROXY
PassthroughBehavior = WHEN_NO_MATCH NEVER WHEN_NO_TEMPLATES
PublishStatus = PUBLISHED PUBLISH_IN_PROGRESS PUBLISH_FAILED DISABLE_IN_PROGRESS DISABLE_FAILED DISABLED
TryItState = ENABLED DISABLED
EndpointPageStatus = AVAILABLE IN_PROGRESS FAILED
AuthorizationType = NONE AWS_IAM CUSTOM JWT
LoggingLevel = ERROR INFO OFF
VpcLinkStatus = PENDING AVAILABLE DELETING FAILED INACTIVE
VpcLinkVersion = V2
OutputType = YAML JSON
Specification = OAS30
PreviewStatus = PREVIEW_IN_PROGRESS PREVIEW_FAILED PREVIEW_READY
Cors {} allowCredentials:boolean allowHeaders:[] allowMethods:[] allowOrigins:[] exposeHeaders:[] maxAge:integer
Api {}
  apiEndpoint apiGatewayManaged:boolean apiId apiKeySelectionExpression corsConfiguration:Cors createdDate:dateTime
  description disableSchemaValidation:boolean disableExecuteApiEndpoint:boolean importInfo:[]
  ipAddressType:IpAddressType name protocolType:ProtocolType routeSelectionExpression tags:{} version warnings:[]
ApiMapping {} apiId apiMappingId apiMappingKey stage
JwtConfiguration {} audience:[] issuer
Authorizer {}
  authorizerCredentialsArn authorizerId authorizerPayloadFormatVersion authorizerResultTtlInSeconds:integer
  authorizerType:AuthorizerType authorizerUri enableSimpleResponses:boolean identitySource:[]
  identityValidationExpression jwtConfiguration:JwtConfiguration name
Deployment {}
  autoDeployed:boolean createdDate:dateTime deploymentId deploymentStatus:DeploymentStatus deploymentStatusMessage
  description
DomainNameConfiguration {}
  apiGatewayDomainName certificateArn certificateName certificateUploadDate:dateTime domainNameStatus:DomainNameStatus
  domainNameStatusMessage endpointType:EndpointType hostedZoneId ipAddressType:IpAddressType
  securityPolicy:SecurityPolicy ownershipVerificationCertificateArn
MutualTlsAuthenticationInput {} truststoreUri truststoreVersion
MutualTlsAuthentication {} truststoreUri truststoreVersion truststoreWarnings:[]
DomainName {}
  apiMappingSelectionExpression domainName domainNameArn domainNameConfigurations:[DomainNameConfiguration]
  mutualTlsAuthentication:MutualTlsAuthentication routingMode:RoutingMode tags:{}
TlsConfig {} serverNameToVerify
Integration {}
  apiGatewayManaged:boolean connectionId connectionType:ConnectionType contentHandlingStrategy:ContentHandlingStrategy
  credentialsArn description integrationId integrationMethod integrationResponseSelectionExpression integrationSubtype
  integrationType:IntegrationType integrationUri passthroughBehavior:PassthroughBehavior payloadFormatVersion
  requestParameters:{} requestTemplates:{} responseParameters:{{}} templateSelectionExpression timeoutInMillis:integer
  tlsConfig:TlsConfig
IntegrationResponse {}
  contentHandlingStrategy:ContentHandlingStrategy integrationResponseId integrationResponseKey responseParameters:{}
  responseTemplates:{} templateSelectionExpression
Model {} contentType description modelId name schema
CognitoConfig {} appClientId! userPoolArn! userPoolDomain!
Nothing {}
Authorization {} cognitoConfig:CognitoConfig none:Nothing
AcmManaged {} certificateArn! domainName!
PortalEndpointInput {} acmManaged:AcmManaged none:Nothing
CustomColors {} accentColor! backgroundColor! errorValidationColor! headerColor! navigationColor! textColor!
Theme {} customColors!:CustomColors logoLastUploaded:dateTime
PortalContent {} description displayName! theme!:Theme
PortalEndpoint {} certificateArn domainName portalDefaultDomainName! portalDomainHostedZoneId!
StatusException {} exception message
Portal {}
  authorization:Authorization endpointConfiguration:PortalEndpoint includedPortalProductArns:[] lastModified:dateTime
  lastPublished:dateTime lastPublishedDescription portalArn portalContent:PortalContent portalId
  publishStatus:PublishStatus rumAppMonitorName statusException:StatusException tags:{}
Section {} productRestEndpointPageArns!:[] sectionName!
DisplayOrder {} contents:[Section] overviewPageArn productPageArns:[]
PortalProduct {}
  description displayName displayOrder:DisplayOrder lastModified:dateTime portalProductArn portalProductId tags:{}
PageContent {} body! title!
ProductPage {} displayContent:PageContent lastModified:dateTime productPageArn productPageId
EndpointTexts {} body endpoint operationName
EndpointPageContent {} none:Nothing overrides:EndpointTexts
IdentifierParts {} method! path! restApiId! stage!
RestEndpointIdentifier {} identifierParts:IdentifierParts
ProductRestEndpointPage {}
  displayContent:EndpointTexts lastModified:dateTime productRestEndpointPageArn productRestEndpointPageId
  restEndpointIdentifier:RestEndpointIdentifier status:EndpointPageStatus statusException:StatusException
  tryItState:TryItState
ParameterConstraints {} required:boolean
Route {}
  apiGatewayManaged:boolean apiKeyRequired:boolean authorizationScopes:[] authorizationType:AuthorizationType
  authorizerId modelSelectionExpression operationName requestModels:{} requestParameters:{ParameterConstraints}
  routeId routeKey routeResponseSelectionExpression target
RouteResponse {}
  modelSelectionExpression responseModels:{} responseParameters:{ParameterConstraints} routeResponseId
  routeResponseKey
InvokeApi {} apiId! stage! stripBasePath:boolean
RoutingRuleAction {} invokeApi!:InvokeApi
MatchBasePaths {} anyOf!:[]
HeaderMatch {} header! valueGlob!
MatchHeaders {} anyOf!:[HeaderMatch]
RoutingRuleCondition {} matchBasePaths:MatchBasePaths matchHeaders:MatchHeaders
RoutingRule {}
  actions:[RoutingRuleAction] conditions:[RoutingRuleCondition] priority:integer routingRuleArn routingRuleId
AccessLogSettings {} destinationArn format
RouteSettings {}
  dataTraceEnabled:boolean detailedMetricsEnabled:boolean loggingLevel:LoggingLevel throttlingBurstLimit:integer
  throttlingRateLimit:double
Stage {}
  accessLogSettings:AccessLogSettings apiGatewayManaged:boolean autoDeploy:boolean clientCertificateId
  createdDate:dateTime defaultRouteSettings:RouteSettings deploymentId description lastDeploymentStatusMessage
  lastUpdatedDate:dateTime routeSettings:{RouteSettings} stageName stageVariables:{} tags:{}
VpcLink {}
  createdDate:dateTime name securityGroupIds:[] subnetIds:[] tags:{} vpcLinkId vpcLinkStatus:VpcLinkStatus
  vpcLinkStatusMessage vpcLinkVersion:VpcLinkVersion
ExportedApi {} *body=body:blob
ApiMappings {} items:[ApiMapping] nextToken
Apis {} items:[Api] nextToken
Authorizers {} items:[Authorizer] nextToken
Deployments {} items:[Deployment] nextToken
DomainNames {} items:[DomainName] nextToken
IntegrationResponses {} items:[IntegrationResponse] nextToken
Integrations {} items:[Integration] nextToken
ModelTemplate {} value
Models {} items:[Model] nextToken
Preview {} previewStatus!:PreviewStatus previewUrl statusException:StatusException
PortalWithPreview {}
  authorization:Authorization endpointConfiguration:PortalEndpoint includedPortalProductArns:[] lastModified:dateTime
  lastPublished:dateTime lastPublishedDescription portalArn portalContent:PortalContent portalId preview:Preview
  publishStatus:PublishStatus rumAppMonitorName statusException:StatusException tags:{}
PortalProductSharingPolicy {} policyDocument portalProductId
ProductRestEndpointPageWithContent {}
  displayContent:EndpointTexts lastModified:dateTime productRestEndpointPageArn productRestEndpointPageId
  rawDisplayContent restEndpointIdentifier:RestEndpointIdentifier status:EndpointPageStatus
  statusException:StatusException tryItState:TryItState
RouteResponses {} items:[RouteResponse] nextToken
Routes {} items:[Route] nextToken
RoutingRules {} nextToken routingRules:[RoutingRule]
Stages {} items:[Stage] nextToken
Tags {} tags:{}
VpcLinks {} items:[VpcLink] nextToken
PortalProductSummary {} description! displayName! lastModified!:dateTime portalProductArn! portalProductId! tags:{}
PortalProducts {} items:[PortalProductSummary] nextToken
Portals {} items:[PortalWithPreview] nextToken
ProductPageSummary {} lastModified!:dateTime pageTitle! productPageArn! productPageId!
ProductPages {} items:[ProductPageSummary] nextToken
ProductRestEndpointPageSummary {}
  endpoint! lastModified!:dateTime operationName productRestEndpointPageArn! productRestEndpointPageId!
  restEndpointIdentifier!:RestEndpointIdentifier status!:EndpointPageStatus statusException:StatusException
  tryItState!:TryItState
ProductRestEndpointPages {} items:[ProductRestEndpointPageSummary] nextToken
`

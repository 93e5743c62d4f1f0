import { idFrom } from '@shared/design/id-from'
import type { TemplateResource } from './template'

/** Resources that a deployment gives an id of its own, by the length of the id in our designs. Others are known by their name. */
const ID_LENGTHS: { readonly [type: string]: number } = {
  'AWS::ApiGateway::RestApi': 10,
  'AWS::ApiGateway::Resource': 10,
  'AWS::ApiGateway::Authorizer': 6,
  'AWS::ApiGateway::RequestValidator': 6,
  'AWS::ApiGateway::Deployment': 6,
  'AWS::ApiGateway::UsagePlan': 6,
  'AWS::ApiGateway::ApiKey': 10,
  'AWS::ApiGateway::ClientCertificate': 6,
  'AWS::ApiGateway::VpcLink': 6,
  'AWS::ApiGatewayV2::Api': 10,
  'AWS::ApiGatewayV2::Deployment': 6,
  'AWS::ApiGatewayV2::Integration': 7,
  'AWS::ApiGatewayV2::Model': 6,
  'AWS::ApiGatewayV2::Route': 7,
  'AWS::ApiGatewayV2::VpcLink': 6,
}

/** The property that names a resource, where it is not "Name". */
const NAME_PROPERTIES: { readonly [type: string]: string } = {
  'AWS::ApiGateway::Stage': 'StageName',
  'AWS::ApiGatewayV2::Stage': 'StageName',
  'AWS::ApiGateway::DomainName': 'DomainName',
  'AWS::ApiGateway::DomainNameV2': 'DomainName',
  'AWS::ApiGatewayV2::DomainName': 'DomainName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
}

type Named = Pick<TemplateResource, 'type' | 'logicalId' | 'properties'>

/** Whether the service draws an id for resources of a type, which then is what a `Ref` gives. */
export function isDrawnId(type: string): boolean {
  return Object.hasOwn(ID_LENGTHS, type)
}

/**
 * What a deployment would call a resource: the id that the service draws, here made from the logical id, or its name. The same template
 * always gives the same. Names must be resolved before: `properties` holds the name as a text.
 */
export function physicalIdOf(resource: Named): string {
  const length = Object.hasOwn(ID_LENGTHS, resource.type) ? ID_LENGTHS[resource.type] : undefined
  return length === undefined ? nameOf(resource) : idFrom(`${resource.type} ${resource.logicalId}`, length)
}

/** The name that a resource is given, else its logical id, which stands for the name that the service makes up. */
export function nameOf({ type, logicalId, properties }: Named): string {
  const property = (Object.hasOwn(NAME_PROPERTIES, type) && NAME_PROPERTIES[type]) || 'Name'
  const name = Object.hasOwn(properties, property) ? properties[property] : undefined
  return typeof name === 'string' && name !== '' ? name : logicalId
}

/** The id of a REST API's root resource: `Fn::GetAtt: [Api, RootResourceId]`. */
export function rootResourceIdOf(restApi: Named): string {
  return idFrom(`root of ${restApi.logicalId}`, 10)
}

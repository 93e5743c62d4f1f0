import { APIGATEWAY_OPERATIONS } from './apigateway-operations'
import { APIGATEWAY_SHAPES } from './apigateway-shapes'
import { APIGATEWAYV2_OPERATIONS } from './apigatewayv2-operations'
import { APIGATEWAYV2_SHAPES } from './apigatewayv2-shapes'
import { MANAGEMENT_OPERATIONS } from './management-operations'
import { MANAGEMENT_SHAPES } from './management-shapes'
import type { Operation, ServiceName } from './operation'
import { readOperations } from './read-operations'
import { readShapes } from './read-shapes'

/** Members in the paths of `apigateway` whose wire name is not that of the clients in lower case with underscores. */
const OWN_WIRE_NAMES: Readonly<Record<string, string>> = {
  restApiId: 'restapi_id',
  usagePlanId: 'usageplanId',
  keyId: 'keyId',
  apiKey: 'api_Key',
  clientCertificateId: 'clientcertificate_id',
  documentationPartId: 'part_id',
  documentationVersion: 'doc_version',
  requestValidatorId: 'requestvalidator_id',
  vpcLinkId: 'vpclink_id',
  id: 'sdktype_id',
}

function restWireName(clientName: string): string {
  return OWN_WIRE_NAMES[clientName] ?? clientName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** "apiId" -> "ApiId"; the one name with a hyphen is "ResourceArn". */
function v2ClientName(name: string): string {
  const joined = name.replace(/-(.)/g, (_whole, letter: string) => letter.toUpperCase())
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}

const SERVICES: { readonly [service in ServiceName]: () => Operation[] } = {
  apigateway: () =>
    readOperations(
      'apigateway',
      APIGATEWAY_OPERATIONS,
      readShapes(APIGATEWAY_SHAPES, (name) => name),
      restWireName,
    ),
  apigatewayv2: () =>
    readOperations('apigatewayv2', APIGATEWAYV2_OPERATIONS, readShapes(APIGATEWAYV2_SHAPES, v2ClientName)),
  apigatewaymanagementapi: () =>
    readOperations('apigatewaymanagementapi', MANAGEMENT_OPERATIONS, readShapes(MANAGEMENT_SHAPES, v2ClientName)),
}

const read = new Map<ServiceName, ReadonlyMap<string, Operation>>()

/** Every operation of a service, by name. Read when it is first asked for. */
export function operationsOf(service: ServiceName): ReadonlyMap<string, Operation> {
  const known = read.get(service)
  if (known !== undefined) return known
  const operations = new Map(SERVICES[service]().map((operation) => [operation.name, operation]))
  read.set(service, operations)
  return operations
}

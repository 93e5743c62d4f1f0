import type { PolicyDocument } from '@shared/design/policy-document'
import type { EndpointConfiguration, RestApi } from '@shared/design/rest-api'
import { membersAt, type Members } from '../../members'
import { readPolicy } from '../../openapi/resource-policy'
import { withoutAbsent } from '../../without-absent'
import { jsonOf } from './json-of'
import { finishShape } from './misplaced-properties'
import { leaveOut } from './resource-properties'
import type { RestApiBody } from './rest-api-body'
import { readTags } from './tags'

/** The largest `minimumCompressionSize`. Source: rest-api.md 9.6 (recorded). */
const LARGEST_COMPRESSION_SIZE = 10_485_760
const TYPES = ['EDGE', 'REGIONAL', 'PRIVATE'] as const

/** What an API is, beside its routes, stages and shared parts. */
export type RestApiFrame = Pick<
  RestApi,
  | 'name'
  | 'description'
  | 'endpointConfiguration'
  | 'disableExecuteApiEndpoint'
  | 'minimumCompressionSize'
  | 'tags'
  | 'apiKeySource'
  | 'binaryMediaTypes'
  | 'policy'
>

/**
 * The properties of AWS::ApiGateway::RestApi together with what its document says. Where both speak, the document decides, but for the name
 * and the description; lists are joined. Source: AWS::ApiGateway::RestApi, "Mode".
 */
export function readRestApiFrame(properties: Members, body: RestApiBody | undefined, logicalId: string): RestApiFrame {
  const mode = properties.oneOf('Mode', ['merge', 'overwrite'] as const)
  const written = readWritten(properties)
  const choose = chooser(properties, body)
  const tags = { ...body?.api.tags, ...readTags(properties) }
  const own = body?.api
  const result: RestApiFrame = withoutAbsent({
    name: written.name ?? body?.title ?? logicalId,
    description: written.description ?? own?.description,
    endpointConfiguration: joinedEndpoint(written.endpoint, own?.endpointConfiguration),
    disableExecuteApiEndpoint: own?.disableExecuteApiEndpoint ?? written.disableExecuteApiEndpoint,
    minimumCompressionSize: choose(
      'MinimumCompressionSize',
      'compression',
      written.compression,
      own?.minimumCompressionSize,
    ),
    tags: Object.keys(tags).length > 0 ? tags : undefined,
    apiKeySource: choose('ApiKeySourceType', 'apiKeySource', written.apiKeySource, own?.apiKeySource) ?? 'HEADER',
    binaryMediaTypes:
      mode === 'overwrite'
        ? choose('BinaryMediaTypes', 'binary', written.binaryMediaTypes, own?.binaryMediaTypes)
        : joined(written.binaryMediaTypes, own?.binaryMediaTypes),
    policy: choose('Policy', 'policy', written.policy, own?.policy),
  })
  finishFrame(properties)
  return result
}

function readWritten(properties: Members) {
  return {
    name: properties.text('Name'),
    description: properties.text('Description'),
    endpoint: readEndpoint(properties),
    disableExecuteApiEndpoint: properties.flag('DisableExecuteApiEndpoint'),
    compression: properties.number('MinimumCompressionSize', { min: 0, max: LARGEST_COMPRESSION_SIZE }),
    apiKeySource: properties.oneOf('ApiKeySourceType', ['HEADER', 'AUTHORIZER'] as const),
    // CloudFormation takes them as parts of a JSON pointer: "image~1png".
    binaryMediaTypes: properties.texts('BinaryMediaTypes')?.map((type) => type.replaceAll('~1', '/')),
    policy: readPolicyProperty(properties),
  }
}

/** The document's value where it has one, else the property's. A property that thereby has no effect is reported. */
function chooser(properties: Members, body: RestApiBody | undefined) {
  return <Value>(
    name: string,
    member: Parameters<RestApiBody['has']>[0],
    written: Value | undefined,
    own: Value | undefined,
  ): Value | undefined => {
    if (!body?.has(member)) return written
    if (written !== undefined && JSON.stringify(written) !== JSON.stringify(own)) {
      const message = `${properties.nameOf(name)} is left out: the OpenAPI document of the API says otherwise, and it decides.`
      properties.findings.report('import/not-carried', 'warning', properties.pointerOf(name), message)
    }
    return own
  }
}

function joined(a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | undefined {
  return a || b ? [...new Set([...(a ?? []), ...(b ?? [])])] : undefined
}

function joinedEndpoint(
  written: EndpointConfiguration | undefined,
  own: EndpointConfiguration | undefined,
): EndpointConfiguration {
  if (!written) return own ?? { types: ['EDGE'] }
  const { vpcEndpointIds } = own ?? {}
  return vpcEndpointIds && written.types.includes('PRIVATE') ? { vpcEndpointIds, ...written } : written
}

/** `EndpointConfiguration`, else the import parameter that says the same. */
function readEndpoint(properties: Members): EndpointConfiguration | undefined {
  const members = properties.members('EndpointConfiguration')
  const types = members?.texts('Types')
  const vpcEndpointIds = members?.texts('VpcEndpointIds')
  const ipAddressType = members?.oneOf('IpAddressType', ['ipv4', 'dualstack'] as const)
  members?.finish()
  const parameters = properties.members('Parameters')
  const parameter = parameters?.oneOf('endpointConfigurationTypes', TYPES)
  parameters?.skip('basepath')
  for (const name of Object.keys(parameters?.record ?? {})) {
    if (parameters && !IMPORT_PARAMETERS.includes(name)) {
      leaveOut(parameters, name, 'it acts on the import of the document only.')
    }
  }
  const known = TYPES.filter((type) => types?.some((written) => written.toUpperCase() === type))
  for (const type of types ?? []) {
    if (members && !TYPES.some((one) => one === type.toUpperCase())) {
      const message = `${members.nameOf('Types')} has "${type}", which is left out. Use one of ${TYPES.join(', ')}.`
      members.findings.report('import/value-unknown', 'error', members.pointerOf('Types'), message)
    }
  }
  const kinds = known.length > 0 ? known : parameter ? [parameter] : []
  if (kinds.length === 0 && !vpcEndpointIds && !ipAddressType) return undefined
  return withoutAbsent({
    types: kinds.length > 0 ? kinds : [vpcEndpointIds ? ('PRIVATE' as const) : ('EDGE' as const)],
    ipAddressType,
    vpcEndpointIds,
  })
}

const IMPORT_PARAMETERS: readonly string[] = ['basepath', 'endpointConfigurationTypes']

/** `Policy` as an object or as JSON text. */
function readPolicyProperty(properties: Members): PolicyDocument | undefined {
  const place = properties.place('Policy')
  if (!place || place.value === null) return undefined
  const value = typeof place.value === 'string' ? jsonOf(place.value) : place.value
  const policy = membersAt({ value, pointer: place.pointer }, 'the resource policy', properties.findings)
  return policy && readPolicy(policy)
}

function finishFrame(properties: Members): void {
  const clone = properties.text('CloneFrom')
  if (clone !== undefined) {
    const message = `the API is made as a copy of the API ${clone}, which this template does not hold. Import the template or an export of that API too.`
    leaveOut(properties, 'CloneFrom', message, 'warning')
  }
  leaveOut(properties, 'FailOnWarnings', 'it acts during a deployment only.')
  leaveOut(properties, 'EndpointAccessMode', 'a design has TLS policies of custom domains only.')
  leaveOut(properties, 'SecurityPolicy', 'a design has TLS policies of custom domains only.')
  finishShape(properties, 'RestApi')
}

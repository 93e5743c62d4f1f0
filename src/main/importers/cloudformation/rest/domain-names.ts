import type { BasePathMapping, DomainName } from '@shared/design/domain-name'
import { membersAt, type Members } from '../../members'
import { nameOf } from '../../template/physical-id'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { finishShape } from './misplaced-properties'
import { leaveOut, propertiesOf } from './resource-properties'

const TYPES = ['EDGE', 'REGIONAL', 'PRIVATE'] as const
type EndpointType = (typeof TYPES)[number]
type Frame = Omit<DomainName, 'basePathMappings'>

/** A custom domain of any of the three resource types, without its mappings; undefined when it has no name. */
export function readDomainName(context: TemplateContext, resource: TemplateResource): DomainName | undefined {
  const members = propertiesOf(context, resource)
  if (members.text('DomainName') === undefined) {
    const message = `${members.label} has no "DomainName" and is left out. Write it, as in api.example.com.`
    context.findings.report('import/property-missing', 'error', members.pointer, message)
    return undefined
  }
  const isV2 = resource.type === 'AWS::ApiGatewayV2::DomainName'
  const frame = isV2 ? readV2(members) : readV1(members)
  const mutualTlsAuthentication = readMutualTls(members)
  readRouting(members)
  leaveOut(members, 'Tags', 'domains of a design have no tags.')
  leaveOut(members, 'Policy', 'the policy of a private domain decides nothing here.', 'warning')
  if (isV2) members.finish()
  else finishShape(members, 'DomainName')
  context.findings.carry(`Domain ${nameOf(resource)}`, resource.pointer)
  return withoutAbsent({
    domainName: nameOf(resource),
    ...frame,
    mutualTlsAuthentication,
    basePathMappings: NO_MAPPINGS,
  })
}

const NO_MAPPINGS: readonly BasePathMapping[] = []

function readV1(members: Members): Partial<Frame> {
  const endpoint = members.members('EndpointConfiguration')
  const written = endpoint?.texts('Types')?.map((type) => type.toUpperCase())
  const types = TYPES.filter((type) => written?.includes(type))
  if (endpoint) leaveOut(endpoint, 'IpAddressType', 'domains of a design answer on every address.')
  endpoint?.finish()
  leaveOut(members, 'EndpointAccessMode', 'a design has no access modes.')
  leaveOut(members, 'OwnershipVerificationCertificateArn', 'ownership is proved to AWS only.')
  const edge = members.text('CertificateArn')
  const regional = members.text('RegionalCertificateArn')
  return withoutAbsent({
    endpointConfiguration: types.length > 0 ? { types } : undefined,
    securityPolicy: members.text('SecurityPolicy'),
    certificateArn: regional ?? edge,
  })
}

/** `DomainNameConfigurations`, of which a design has the first. */
function readV2(members: Members): Partial<Frame> {
  const configurations = (members.list('DomainNameConfigurations') ?? []).flatMap((place) => {
    const one = membersAt(place, `a configuration of ${members.label}`, members.findings)
    return one ? [readConfiguration(one)] : []
  })
  if (configurations.length > 1) {
    const message = `${members.nameOf('DomainNameConfigurations')} has ${configurations.length} entries; the first is kept. A design has one for each domain.`
    const pointer = members.pointerOf('DomainNameConfigurations')
    members.findings.report('import/not-carried', 'warning', pointer, message)
  }
  return configurations[0] ?? {}
}

function readConfiguration(members: Members): Partial<Frame> {
  leaveOut(members, 'CertificateName', 'it names the certificate for people only.')
  leaveOut(members, 'OwnershipVerificationCertificateArn', 'ownership is proved to AWS only.')
  leaveOut(members, 'IpAddressType', 'domains of a design answer on every address.')
  const type: EndpointType | undefined = members.oneOf('EndpointType', TYPES)
  const frame: Partial<Frame> = withoutAbsent({
    endpointConfiguration: type && { types: [type] },
    securityPolicy: members.text('SecurityPolicy'),
    certificateArn: members.text('CertificateArn'),
  })
  members.finish()
  return frame
}

function readMutualTls(domain: Members): DomainName['mutualTlsAuthentication'] {
  const members = domain.members('MutualTlsAuthentication')
  if (!members) return undefined
  const truststoreUri = members.text('TruststoreUri')
  const truststoreVersion = members.text('TruststoreVersion')
  members.finish()
  if (truststoreUri !== undefined) return withoutAbsent({ truststoreUri, truststoreVersion })
  if (Object.keys(members.record).length === 0) return undefined
  const message = `${members.label} has no "TruststoreUri" and is left out. Write it, as in s3://bucket/truststore.pem.`
  members.findings.report('import/property-missing', 'error', members.pointer, message)
  return undefined
}

/** Routing rules are not part of a design: what mappings say is what happens. */
function readRouting(members: Members): void {
  if (members.text('RoutingMode') === 'BASE_PATH_MAPPING_ONLY') return
  leaveOut(members, 'RoutingMode', 'a design routes by base path mappings only.', 'warning')
}

import { inWords, isRecord, type JsonRecord } from '../../json-place'
import { withoutAbsent } from '../../without-absent'
import { propertyOf, type ApiSource } from '../api-source'
import { requiredDomain, truststoreOf } from '../custom-domain'
import { ref } from '../intrinsics'
import { hashedId, sortedJson } from '../logical-id'
import { asList, ownMember } from '../mutable-json'
import { addMade, refuse, reportUnknown, type SamContext } from '../sam-context'

const ENDPOINTS = ['EDGE', 'REGIONAL', 'PRIVATE']
const MEMBERS = [
  'AccessAssociation',
  'BasePath',
  'CertificateArn',
  'DomainName',
  'EndpointAccessMode',
  'EndpointConfiguration',
  'IpAddressType',
  'MutualTlsAuthentication',
  'NormalizeBasePath',
  'OwnershipVerificationCertificateArn',
  'Policy',
  'Route53',
  'SecurityPolicy',
]

/** `Domain` of an API: the name and what its paths lead to. APIs with the same name share it. Source: SAM Developer Guide, "DomainConfiguration". */
export function addRestDomain(context: SamContext, source: ApiSource, stage: string): void {
  const written = propertyOf(source, 'Domain')
  if (written === undefined) return
  const pointer = `${source.pointer}/Properties/Domain`
  const domain = requiredDomain(context, source.logicalId, written, pointer)
  if (!domain) return
  reportUnknown(context, domain, MEMBERS, pointer, `the domain of ${source.logicalId}`)
  const endpoint = ownMember(domain, 'EndpointConfiguration') ?? 'REGIONAL'
  if (typeof endpoint !== 'string' || !ENDPOINTS.includes(endpoint)) {
    refuse(
      context,
      `${pointer}/EndpointConfiguration`,
      `The domain of ${source.logicalId} is left out: its EndpointConfiguration is ${inWords(endpoint)}. Use one of ${ENDPOINTS.join(', ')}.`,
    )
    return
  }
  const isPrivate = endpoint === 'PRIVATE'
  const id = hashedId(`ApiGatewayDomainName${isPrivate ? 'V2' : ''}`, ownMember(domain, 'DomainName'))
  context.pointers.moved(`${pointer}/Properties`, pointer)
  context.madeIds.set(`${source.logicalId}.DomainName`, id)
  addMade(context, {
    logicalId: id,
    type: isPrivate ? 'AWS::ApiGateway::DomainNameV2' : 'AWS::ApiGateway::DomainName',
    properties: isPrivate ? privateDomain(domain) : publicDomain(domain, endpoint),
    pointer,
  })
  for (const mapping of mappings(context, source, domain, pointer)) {
    addMade(context, {
      logicalId: mapping.logicalId,
      type: isPrivate ? 'AWS::ApiGateway::BasePathMappingV2' : 'AWS::ApiGateway::BasePathMapping',
      properties: {
        ...(isPrivate ? { DomainNameArn: ref(id) } : { DomainName: ref(id) }),
        RestApiId: ref(source.logicalId),
        Stage: ref(stage),
        ...(mapping.basePath !== undefined && { BasePath: mapping.basePath }),
      },
      pointer,
    })
  }
  if (isPrivate) addAccessAssociation(context, domain, id, pointer)
}

function publicDomain(domain: JsonRecord, endpoint: string): JsonRecord {
  const isRegional = endpoint === 'REGIONAL'
  const certificate = ownMember(domain, 'CertificateArn')
  const ipAddressType = ownMember(domain, 'IpAddressType')
  return withoutAbsent({
    DomainName: ownMember(domain, 'DomainName'),
    RegionalCertificateArn: isRegional ? certificate : undefined,
    CertificateArn: isRegional ? undefined : certificate,
    EndpointConfiguration: withoutAbsent({ Types: [endpoint], IpAddressType: ipAddressType }),
    MutualTlsAuthentication: truststoreOf(domain),
    SecurityPolicy: ownMember(domain, 'SecurityPolicy'),
    EndpointAccessMode: ownMember(domain, 'EndpointAccessMode'),
    OwnershipVerificationCertificateArn: ownMember(domain, 'OwnershipVerificationCertificateArn'),
  })
}

function privateDomain(domain: JsonRecord): JsonRecord {
  return withoutAbsent({
    DomainName: ownMember(domain, 'DomainName'),
    CertificateArn: ownMember(domain, 'CertificateArn'),
    EndpointConfiguration: withoutAbsent({ Types: ['PRIVATE'], IpAddressType: ownMember(domain, 'IpAddressType') }),
    SecurityPolicy: ownMember(domain, 'SecurityPolicy'),
    EndpointAccessMode: ownMember(domain, 'EndpointAccessMode'),
    Policy: ownMember(domain, 'Policy'),
  })
}

interface Mapping {
  readonly logicalId: string
  readonly basePath?: string
}

/** SAM keeps only the letters and digits of a base path, unless `NormalizeBasePath` is false. */
function mappings(context: SamContext, source: ApiSource, domain: JsonRecord, pointer: string): Mapping[] {
  const paths = asList(ownMember(domain, 'BasePath') || undefined)
  if (paths.length === 0) return [{ logicalId: `${source.logicalId}BasePathMapping` }]
  return paths.flatMap((path): Mapping[] => {
    if (typeof path !== 'string') {
      refuse(
        context,
        `${pointer}/BasePath`,
        `A base path of the domain of ${source.logicalId} is ${inWords(path)} and left out. It must be a text.`,
      )
      return []
    }
    const plain = path.replace(/[^\p{L}\p{N}]/gu, '')
    const basePath = ownMember(domain, 'NormalizeBasePath') === false ? path : plain
    return [{ logicalId: `${source.logicalId}${plain}BasePathMapping`, basePath }]
  })
}

function addAccessAssociation(context: SamContext, domain: JsonRecord, id: string, pointer: string): void {
  const association = ownMember(domain, 'AccessAssociation')
  if (!isRecord(association)) return
  const endpoint = ownMember(association, 'VpcEndpointId')
  addMade(context, {
    logicalId: hashedId('DomainNameAccessAssociation', sortedJson([endpoint, ownMember(domain, 'DomainName')])),
    type: 'AWS::ApiGateway::DomainNameAccessAssociation',
    properties: withoutAbsent({
      AccessAssociationSource: endpoint,
      AccessAssociationSourceType: 'VPCE',
      DomainNameArn: ref(id),
    }),
    pointer: `${pointer}/AccessAssociation`,
  })
}

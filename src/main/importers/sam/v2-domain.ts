import { inWords, type JsonRecord } from '../json-place'
import { withoutAbsent } from '../without-absent'
import { propertyOf } from './api-source'
import { requiredDomain, truststoreOf } from './custom-domain'
import { ref } from './intrinsics'
import { hashedId } from './logical-id'
import { asList, ownMember } from './mutable-json'
import { addMade, refuse, reportUnknown, type SamContext } from './sam-context'

const MEMBERS = [
  'BasePath',
  'CertificateArn',
  'DomainName',
  'EndpointConfiguration',
  'IpAddressType',
  'MutualTlsAuthentication',
  'OwnershipVerificationCertificateArn',
  'Route53',
  'SecurityPolicy',
]

/** An HTTP or WebSocket API with a domain. */
export interface V2DomainOwner {
  readonly logicalId: string
  readonly pointer: string
  readonly properties: JsonRecord
  /** Logical id of its stage. */
  readonly stage: string
}

/** `Domain` of an HTTP or WebSocket API. Source: SAM Developer Guide, "HttpApiDomainConfiguration". */
export function addV2Domain(context: SamContext, owner: V2DomainOwner): void {
  const written = propertyOf(owner, 'Domain')
  if (written === undefined) return
  const pointer = `${owner.pointer}/Properties/Domain`
  const domain = requiredDomain(context, owner.logicalId, written, pointer)
  if (!domain) return
  reportUnknown(context, domain, MEMBERS, pointer, `the domain of ${owner.logicalId}`)
  const endpoint = ownMember(domain, 'EndpointConfiguration') ?? 'REGIONAL'
  if (endpoint !== 'REGIONAL') {
    refuse(
      context,
      `${pointer}/EndpointConfiguration`,
      `The domain of ${owner.logicalId} is left out: its EndpointConfiguration is ${inWords(endpoint)}. HTTP and WebSocket APIs take REGIONAL only.`,
    )
    return
  }
  const id = hashedId('ApiGatewayDomainNameV2', ownMember(domain, 'DomainName'))
  context.madeIds.set(`${owner.logicalId}.DomainName`, id)
  context.pointers.moved(`${pointer}/Properties`, pointer)
  addMade(context, {
    logicalId: id,
    type: 'AWS::ApiGatewayV2::DomainName',
    properties: withoutAbsent({
      DomainName: ownMember(domain, 'DomainName'),
      DomainNameConfigurations: [
        withoutAbsent({
          CertificateArn: ownMember(domain, 'CertificateArn'),
          EndpointType: endpoint,
          SecurityPolicy: ownMember(domain, 'SecurityPolicy'),
          OwnershipVerificationCertificateArn: ownMember(domain, 'OwnershipVerificationCertificateArn'),
          IpAddressType: ownMember(domain, 'IpAddressType'),
        }),
      ],
      MutualTlsAuthentication: truststoreOf(domain),
    }),
    pointer,
  })
  addMappings(context, owner, domain, id, pointer)
}

function addMappings(context: SamContext, owner: V2DomainOwner, domain: JsonRecord, id: string, pointer: string): void {
  const common = { DomainName: ref(id), ApiId: ref(owner.logicalId), Stage: ref(owner.stage) }
  const type = 'AWS::ApiGatewayV2::ApiMapping'
  const paths = asList(ownMember(domain, 'BasePath') || undefined)
  if (paths.length === 0)
    addMade(context, { logicalId: `${owner.logicalId}ApiMapping`, type, properties: common, pointer })
  for (const path of paths) {
    if (typeof path !== 'string' || /[^0-9a-zA-Z/\-_]/.test(path)) {
      refuse(
        context,
        `${pointer}/BasePath`,
        `A base path of the domain of ${owner.logicalId}, ${inWords(path)}, is left out. Use letters, digits, - and _.`,
      )
      continue
    }
    const logicalId = `${owner.logicalId}${path.replace(/[-_/]+/g, '')}ApiMapping`
    addMade(context, {
      logicalId,
      type,
      properties: { ...common, ApiMappingKey: path.replace(/^\/+|\/+$/g, '') },
      pointer,
    })
  }
}

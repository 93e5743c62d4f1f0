import type { DomainName } from '@shared/design/domain-name'
import { removeDomainName } from '@shared/design/edits/remove-domain-name'
import { putItem } from '@shared/design/edits/update-in'
import { idFrom } from '@shared/design/id-from'
import { extrasOf, withDesign, type ControlPlane } from '../control-plane'
import { presentMembers, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { patchStructure } from '../patch/patch-structure'
import { badRequest, notFound } from '../service-error'

/** Custom domains as this service has them. Source: rest-api.md 13. */
export const DOMAIN_HANDLERS: OperationHandlers = {
  CreateDomainName({ state, input }) {
    const domain = givenDomain(state, input)
    const after = withDomain(state, domain)
    return { state: after, output: domainRecord(after, domain), about: domainPath(domain) }
  },
  GetDomainName({ state, input }) {
    return { state, output: domainRecord(state, findDomain(state, input.needed('domain_name'))) }
  },
  GetDomainNames({ state }) {
    return { state, output: { item: state.design.domainNames.map((domain) => domainRecord(state, domain)) } }
  },
  UpdateDomainName({ state, input }) {
    const before = findDomain(state, input.needed('domain_name'))
    const shape = operationsOf('apigateway').get('CreateDomainName')!.output!
    const { basePathMappings, certificateArn, ...own } = before
    const isEdge = isEdgeDomain(before)
    const record: PatchedDomain = {
      ...own,
      ...presentMembers(isEdge ? { certificateArn } : { regionalCertificateArn: certificateArn }),
    }
    const operations = input.list<PatchEntry>('patchOperations') ?? []
    const patched = patchStructure(record, shape, operations, ['domainName', 'tags'])
    const { regionalCertificateArn, certificateArn: edgeCertificate, ...rest } = patched
    const certificate = presentMembers({ certificateArn: regionalCertificateArn ?? edgeCertificate })
    const domain = { ...rest, ...certificate, basePathMappings }
    const after = withDomain(state, domain)
    return { state: after, output: domainRecord(after, domain) }
  },
  DeleteDomainName({ state, input }) {
    const { domainName } = findDomain(state, input.needed('domain_name'))
    return { state: withDesign(state, removeDomainName(state.design, domainName)) }
  },
}

/** The service has a certificate for each kind of endpoint. */
type PatchedDomain = Omit<DomainName, 'basePathMappings'> & { readonly regionalCertificateArn?: string }

function givenDomain(state: ControlPlane, input: OperationInput): DomainName {
  const domainName = input.needed('domainName')
  refuseTakenDomain(state, domainName)
  const endpointConfiguration = input.record<NonNullable<DomainName['endpointConfiguration']>>('endpointConfiguration')
  const regional = input.text('regionalCertificateArn')
  const certificateArn = regional ?? input.text('certificateArn')
  const endpoint = endpointConfiguration ?? (regional === undefined ? undefined : { types: ['REGIONAL' as const] })
  return {
    domainName,
    ...presentMembers({
      endpointConfiguration: endpoint,
      securityPolicy: input.text('securityPolicy'),
      certificateArn,
      mutualTlsAuthentication:
        input.record<NonNullable<DomainName['mutualTlsAuthentication']>>('mutualTlsAuthentication'),
    }),
    basePathMappings: [],
  }
}

export function refuseTakenDomain({ design }: ControlPlane, domainName: string): void {
  if (!design.domainNames.some((each) => each.domainName === domainName)) return
  throw badRequest('The domain name you provided already exists.')
}

/** A domain of the design; both services see all of them. */
export function findDomain({ design }: ControlPlane, name: string): DomainName {
  const domain = design.domainNames.find(({ domainName }) => domainName === name)
  if (domain !== undefined) return domain
  const names = design.domainNames.map(({ domainName }) => domainName)
  throw notFound(
    'Invalid domain name identifier specified',
    names.length === 0 ? 'Make it first with create-domain-name.' : `There is ${names.join(', ')}.`,
  )
}

export function withDomain(state: ControlPlane, domain: DomainName): ControlPlane {
  return withDesign(state, { ...state.design, domainNames: putItem(state.design.domainNames, 'domainName', domain) })
}

function isEdgeDomain({ endpointConfiguration }: DomainName): boolean {
  return endpointConfiguration === undefined || endpointConfiguration.types.includes('EDGE')
}

export function domainPath({ domainName }: DomainName): string {
  return `/domainnames/${domainName}`
}

/** "d-k3v9x0a2bq.execute-api.us-east-1.amazonaws.com": what DNS points to. */
export function regionalName({ design }: ControlPlane, domainName: string): string {
  return `d-${idFrom(`domain ${domainName}`, 10)}.execute-api.${design.region}.amazonaws.com`
}

function domainRecord(state: ControlPlane, domain: DomainName): JsonRecord {
  const { basePathMappings: _mappings, certificateArn, endpointConfiguration, ...own } = domain
  const isEdge = isEdgeDomain(domain)
  return {
    ...own,
    endpointConfiguration: endpointConfiguration ?? { types: ['EDGE'] },
    ...(isEdge
      ? {
          ...presentMembers({ certificateArn }),
          distributionDomainName: `${idFrom(`distribution ${domain.domainName}`, 13)}.cloudfront.net`,
          distributionHostedZoneId: 'Z2FDTNDATAQYW2',
        }
      : {
          ...presentMembers({ regionalCertificateArn: certificateArn }),
          regionalDomainName: regionalName(state, domain.domainName),
          regionalHostedZoneId: zoneId(state),
        }),
    domainNameStatus: 'AVAILABLE',
    ...extrasOf(state, domainPath(domain)),
  }
}

/** Made up, but the same each time: the service has one for each Region. */
export function zoneId({ design }: ControlPlane): string {
  return `Z${idFrom(`zone ${design.region}`, 13).toUpperCase()}`
}

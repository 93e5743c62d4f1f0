import type { DomainName } from '@shared/design/domain-name'
import { removeDomainName } from '@shared/design/edits/remove-domain-name'
import { problemOfDomainName } from '@shared/design/v2-rules/domain-rule'
import { extrasOf, withDesign, type ControlPlane } from '../control-plane'
import { presentMembers, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { domainPath, findDomain, refuseTakenDomain, regionalName, withDomain, zoneId } from '../rest/domain-names'
import { badRequest } from '../service-error'

/** Custom domains as this service has them. Source: http-api.md 11. */
export const V2_DOMAIN_HANDLERS: OperationHandlers = {
  CreateDomainName({ state, input }) {
    const domainName = input.needed('domainName')
    const problem = problemOfDomainName([], domainName)
    if (problem !== undefined) throw badRequest('Invalid domain name specified', problem)
    refuseTakenDomain(state, domainName)
    const domain: DomainName = { domainName, ...givenDomain(input, 'REGIONAL'), basePathMappings: [] }
    const after = withDomain(state, domain)
    return { state: after, output: record(after, domain), about: domainPath(domain) }
  },
  GetDomainName({ state, input }) {
    return { state, output: record(state, findDomain(state, input.needed('domainName'))) }
  },
  GetDomainNames({ state }) {
    return { state, output: { items: state.design.domainNames.map((domain) => record(state, domain)) } }
  },
  UpdateDomainName({ state, input }) {
    const before = findDomain(state, input.needed('domainName'))
    const domain = { ...before, ...givenDomain(input) }
    const after = withDomain(state, domain)
    return { state: after, output: record(after, domain), about: domainPath(domain) }
  },
  DeleteDomainName({ state, input }) {
    const { domainName } = findDomain(state, input.needed('domainName'))
    return { state: withDesign(state, removeDomainName(state.design, domainName)) }
  },
}

interface DomainConfiguration {
  readonly certificateArn?: string
  readonly endpointType?: 'REGIONAL' | 'EDGE'
  readonly securityPolicy?: string
}

function givenDomain(input: OperationInput, defaultType?: 'REGIONAL'): Partial<DomainName> {
  const configuration: DomainConfiguration = input.list<DomainConfiguration>('domainNameConfigurations')?.[0] ?? {}
  const type = configuration.endpointType ?? defaultType
  return presentMembers({
    endpointConfiguration: type && { types: [type] },
    securityPolicy: configuration.securityPolicy,
    certificateArn: configuration.certificateArn,
    mutualTlsAuthentication:
      input.record<NonNullable<DomainName['mutualTlsAuthentication']>>('mutualTlsAuthentication'),
  })
}

function record(state: ControlPlane, domain: DomainName): JsonRecord {
  const { domainName, certificateArn, securityPolicy, endpointConfiguration, mutualTlsAuthentication } = domain
  const configuration = {
    apiGatewayDomainName: regionalName(state, domainName),
    ...presentMembers({ certificateArn }),
    domainNameStatus: 'AVAILABLE',
    endpointType: endpointConfiguration?.types[0] ?? 'REGIONAL',
    hostedZoneId: zoneId(state),
    securityPolicy: securityPolicy ?? 'TLS_1_2',
  }
  return {
    apiMappingSelectionExpression: '$request.basepath',
    domainName,
    domainNameConfigurations: [configuration],
    ...presentMembers({ mutualTlsAuthentication }),
    ...extrasOf(state, domainPath(domain)),
  }
}

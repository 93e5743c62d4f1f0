import type { Api } from '@shared/design/api'
import type { BasePathMapping, DomainName } from '@shared/design/domain-name'
import { stageRef, type ExportContext } from './export-context'
import { pascalCase } from './logical-id'
import type { TemplateObject, TemplateValue } from './template-document'
import { getAtt, properties, ref } from './template-functions'

/**
 * How a domain is made. `v1`: by the REST service. `v2`: by the other, which alone maps HTTP and WebSocket APIs and paths of several
 * parts. `private`: REST only, inside a network. Source: rest-api.md 13.
 */
type DomainKind = 'v1' | 'v2' | 'private'

/** Adds the custom domains and what their paths lead to. */
export function addDomainNames(context: ExportContext): void {
  for (const [index, domain] of context.design.domainNames.entries())
    addDomain(context, domain, `/domainNames/${index}`)
}

function addDomain(context: ExportContext, domain: DomainName, pointer: string): void {
  const { parts } = context
  const kind = kindOf(context, domain)
  const words = pascalCase(domain.domainName)
  const id = parts.idFor(`${words}Domain`, `domain ${domain.domainName}`)
  const name = parts.parameter(`${words}DomainName`, `domain name ${domain.domainName}`, {
    Default: domain.domainName,
    Description: 'Custom domain name.',
  })
  const certificate = certificateParameter(context, domain, pointer)
  if (kind === 'v2' && typesOf(domain).includes('EDGE')) reportEdge(context, domain, pointer)
  parts.resource(id, {
    Type: DOMAIN_TYPES[kind],
    Properties: kind === 'v2' ? v2Properties(domain, name, certificate) : v1Properties(domain, name, certificate, kind),
  })
  for (const [at, mapping] of domain.basePathMappings.entries())
    addMapping(context, { id, kind, domain }, mapping, `${pointer}/basePathMappings/${at}`)
  if (kind === 'private') return
  const isEdge = kind === 'v1' && !typesOf(domain).includes('REGIONAL')
  const target = isEdge ? 'DistributionDomainName' : 'RegionalDomainName'
  parts.output(
    `${words}Target`,
    domain.domainName,
    getAtt(id, target),
    `What ${domain.domainName} must point to in DNS.`,
  )
}

const DOMAIN_TYPES: Readonly<Record<DomainKind, string>> = {
  v1: 'AWS::ApiGateway::DomainName',
  v2: 'AWS::ApiGatewayV2::DomainName',
  private: 'AWS::ApiGateway::DomainNameV2',
}

/** The service's default is EDGE; a domain of the other service is always REGIONAL. */
function typesOf({ endpointConfiguration }: DomainName): readonly string[] {
  return endpointConfiguration?.types ?? []
}

function kindOf({ design }: ExportContext, domain: DomainName): DomainKind {
  if (typesOf(domain).includes('PRIVATE')) return 'private'
  const isOnlyRest = domain.basePathMappings.every(
    ({ apiId }) => (apiWith(design.apis, apiId)?.protocolType ?? 'REST') === 'REST',
  )
  return isOnlyRest && domain.basePathMappings.every(({ basePath }) => !basePath.includes('/')) ? 'v1' : 'v2'
}

function apiWith(apis: readonly Api[], apiId: string): Api | undefined {
  return apis.find(({ id }) => id === apiId)
}

function certificateParameter({ parts }: ExportContext, domain: DomainName, pointer: string): TemplateValue {
  const { certificateArn, domainName } = domain
  if (certificateArn === undefined) {
    const message = `${domainName} has no certificate, without which the service refuses a domain. The template asks for its ARN.`
    parts.report('export/needs-value', 'warning', pointer, message)
  }
  return parts.parameter(`${pascalCase(domainName)}CertificateArn`, `certificate of ${domainName}`, {
    ...(certificateArn !== undefined && { Default: certificateArn }),
    Description: `ARN of the certificate of ${domainName} in AWS Certificate Manager.`,
  })
}

function v1Properties(domain: DomainName, name: TemplateValue, certificate: TemplateValue, kind: DomainKind) {
  const isRegional = typesOf(domain).includes('REGIONAL')
  return properties({
    DomainName: name,
    ...(isRegional ? { RegionalCertificateArn: certificate } : { CertificateArn: certificate }),
    EndpointConfiguration: domain.endpointConfiguration && { Types: domain.endpointConfiguration.types },
    SecurityPolicy: domain.securityPolicy,
    MutualTlsAuthentication: kind === 'private' ? undefined : truststore(domain),
  })
}

function v2Properties(domain: DomainName, name: TemplateValue, certificate: TemplateValue): TemplateObject {
  return properties({
    DomainName: name,
    DomainNameConfigurations: [
      properties({
        CertificateArn: certificate,
        EndpointType: domain.endpointConfiguration && 'REGIONAL',
        SecurityPolicy: domain.securityPolicy,
      }),
    ],
    MutualTlsAuthentication: truststore(domain),
  })
}

function truststore({ mutualTlsAuthentication: tls }: DomainName): TemplateObject | undefined {
  return tls && properties({ TruststoreUri: tls.truststoreUri, TruststoreVersion: tls.truststoreVersion })
}

function reportEdge({ parts }: ExportContext, { domainName }: DomainName, pointer: string): void {
  const message = `${domainName} is EDGE, and what its paths lead to needs a REGIONAL domain: an HTTP or WebSocket API, or a path of several parts. The export makes it REGIONAL.`
  parts.report('export/approximated', 'warning', `${pointer}/endpointConfiguration`, message)
}

interface MappedDomain {
  readonly id: string
  readonly kind: DomainKind
  readonly domain: DomainName
}

function addMapping(context: ExportContext, mapped: MappedDomain, mapping: BasePathMapping, pointer: string): void {
  const { apis, parts } = context
  const { id, kind, domain } = mapped
  const names = apis.get(mapping.apiId)
  const isRoot = mapping.basePath === '(none)' || mapping.basePath === ''
  if (names === undefined) {
    const message = `${domain.domainName} maps ${mapping.basePath} to an API that is not among what is exported. The mapping is left out.`
    parts.report('export/not-carried', 'warning', pointer, message)
    return
  }
  if (mapping.stage === undefined && kind === 'v2') {
    const message = `${domain.domainName} maps ${mapping.basePath} to no certain stage, which only a domain of REST APIs with paths of one part can. Choose a stage.`
    parts.report('export/refused', 'error', pointer, message)
  }
  const stage = mapping.stage === undefined ? undefined : stageRef(names, mapping.stage)
  const words = isRoot ? 'Root' : pascalCase(mapping.basePath)
  // Without a stage the path names it, so that every stage has to be there.
  const waits = mapping.stage === undefined ? [...names.stageIds.values()] : []
  parts.resource(parts.idFor(`${id}${words}Mapping`, `mapping ${domain.domainName} ${mapping.basePath}`), {
    Type: MAPPING_TYPES[kind],
    Properties: properties({
      ...(kind === 'private' ? { DomainNameArn: getAtt(id, 'DomainNameArn') } : { DomainName: ref(id) }),
      ...(kind === 'v2' ? { ApiId: names.ref } : { RestApiId: names.ref }),
      [kind === 'v2' ? 'ApiMappingKey' : 'BasePath']: isRoot ? undefined : mapping.basePath,
      Stage: stage,
    }),
    ...(waits.length > 0 && { DependsOn: waits }),
  })
}

const MAPPING_TYPES: Readonly<Record<DomainKind, string>> = {
  v1: 'AWS::ApiGateway::BasePathMapping',
  v2: 'AWS::ApiGatewayV2::ApiMapping',
  private: 'AWS::ApiGateway::BasePathMappingV2',
}

import type { BasePathMapping, DomainName } from '@shared/design/domain-name'
import type { Members } from '../../members'
import { physicalIdOf } from '../../template/physical-id'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import type { ApiFinder } from './api-id-for'
import { readDomainName } from './domain-names'
import { finishShape } from './misplaced-properties'
import { propertiesOf, resourceLabel, resourcesOfType } from './resource-properties'

const DOMAIN_TYPES = [
  'AWS::ApiGateway::DomainName',
  'AWS::ApiGateway::DomainNameV2',
  'AWS::ApiGatewayV2::DomainName',
] as const
const MAPPING_TYPES = [
  'AWS::ApiGateway::BasePathMapping',
  'AWS::ApiGateway::BasePathMappingV2',
  'AWS::ApiGatewayV2::ApiMapping',
] as const

/** A domain and its mappings by base path. */
interface OpenDomain {
  readonly domain: DomainName
  readonly mappings: Map<string, BasePathMapping>
}

/** The custom domains of a template with what their paths lead to. Mappings may be for a domain that stands elsewhere. */
export function readDomainNames(context: TemplateContext, findApi: ApiFinder): DomainName[] {
  const domains = new Map<string, OpenDomain>()
  const nameByReference = new Map<string, string>()
  for (const resource of resourcesOfType(context, ...DOMAIN_TYPES)) {
    const domain = readDomainName(context, resource)
    if (!domain) continue
    nameByReference.set(physicalIdOf(resource), domain.domainName)
    if (!domains.has(domain.domainName)) domains.set(domain.domainName, { domain, mappings: new Map() })
    else reportTwice(context, resource, domain.domainName)
  }
  for (const resource of resourcesOfType(context, ...MAPPING_TYPES)) {
    const members = propertiesOf(context, resource)
    const written = members.text(resource.type === MAPPING_TYPES[1] ? 'DomainNameArn' : 'DomainName')
    const mapping = readMapping(members, resource.type, findApi)
    if (!mapping) continue
    const name = written && (nameByReference.get(written) ?? domainOfArn(written))
    if (!name) reportNoDomain(members)
    else addMapping(domains, name, mapping, members)
  }
  reportUnread(context)
  return [...domains.values()].map(({ domain, mappings }) => ({ ...domain, basePathMappings: [...mappings.values()] }))
}

/** "arn:aws:apigateway:us-east-1:123456789012:/domainnames/api.example.com+a1b2c3" -> "api.example.com"; a name stays one. */
function domainOfArn(written: string): string {
  return /^arn:[^/]*\/domainnames\/([^+/]+)/.exec(written)?.[1] ?? written
}

function readMapping(members: Members, type: string, findApi: ApiFinder): BasePathMapping | undefined {
  const isV2 = type === 'AWS::ApiGatewayV2::ApiMapping'
  const written = members.text(isV2 ? 'ApiId' : 'RestApiId')
  const basePath = readBasePath(members, isV2 ? 'ApiMappingKey' : 'BasePath')
  const stage = members.text('Stage')
  members.skip('Id')
  if (type === MAPPING_TYPES[0]) finishShape(members, 'BasePathMapping')
  else members.finish()
  const api = findApi(written)
  if (!api) {
    const why = written === undefined ? 'it names no API' : `the API ${written} is not in this template`
    const message = `${members.label} is left out: ${why}.`
    members.findings.report('import/not-carried', 'warning', members.pointer, message)
    return undefined
  }
  if (stage !== undefined && !Object.hasOwn(api.stages, stage)) {
    const message = `${members.label} leads to the stage ${stage}, which ${api.name} has not got here, so that it answers 403.`
    members.findings.report('import/outside-template', 'warning', members.pointerOf('Stage'), message)
  }
  return withoutAbsent({ basePath, apiId: api.id, stage })
}

/** None and "(none)" catch what no longer mapping does. Slashes at the ends are no part of a mapping. */
function readBasePath(members: Members, name: string): string {
  const written = members.text(name) ?? ''
  const path = written.replaceAll(/^\/+|\/+$/g, '')
  if (path !== written) {
    const message = `${members.nameOf(name)} is "${written}" and read as "${path || '(none)'}". AWS takes it without slashes at its ends.`
    members.findings.report('import/path-adjusted', 'warning', members.pointerOf(name), message)
  }
  return path === '' ? '(none)' : path
}

function addMapping(
  domains: Map<string, OpenDomain>,
  name: string,
  mapping: BasePathMapping,
  { findings, label, pointer }: Members,
): void {
  const known = domains.get(name)
  if (known?.mappings.has(mapping.basePath)) {
    const message = `${label} is left out: ${name} has the base path ${mapping.basePath} already, and AWS refuses a second. Remove one of the two.`
    findings.report('import/resource-repeated', 'error', pointer, message)
    return
  }
  if (!known) {
    const message = `${label} is for the domain ${name}, which this template does not define. The domain is drawn without its certificate and settings.`
    findings.report('import/outside-template', 'info', pointer, message)
  }
  const open = known ?? {
    domain: { domainName: name, basePathMappings: [] },
    mappings: new Map<string, BasePathMapping>(),
  }
  domains.set(name, open)
  open.mappings.set(mapping.basePath, mapping)
}

function reportNoDomain({ findings, label, pointer }: Members): void {
  const message = `${label} is left out: it names no domain. Write the domain that it belongs to.`
  findings.report('import/property-missing', 'error', pointer, message)
}

function reportTwice({ findings }: TemplateContext, resource: TemplateResource, name: string): void {
  const message = `${resourceLabel(resource)} is left out: ${name} is there already, and AWS refuses a second. Remove one of the two.`
  findings.report('import/resource-repeated', 'error', resource.pointer, message)
}

/** Kinds of routing that a design does not have. */
function reportUnread(context: TemplateContext): void {
  for (const resource of resourcesOfType(context, 'AWS::ApiGatewayV2::RoutingRule')) {
    context.claimed.add(resource.logicalId)
    const message = `${resourceLabel(resource)} is left out: a design routes by base path mappings only, and not by headers or rules. Call the APIs that it leads to by their own addresses.`
    context.findings.report('import/not-carried', 'warning', resource.pointer, message)
  }
  for (const resource of resourcesOfType(context, 'AWS::ApiGateway::DomainNameAccessAssociation')) {
    context.claimed.add(resource.logicalId)
    const message = `${resourceLabel(resource)} is left out: private domains can be called here without an access association.`
    context.findings.report('import/not-carried', 'info', resource.pointer, message)
  }
}

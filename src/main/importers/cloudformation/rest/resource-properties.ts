import type { Severity } from '@shared/diagnostic'
import { Members } from '../../members'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'

/** What a resource is called in messages, by its type. */
const WORDS: { readonly [type: string]: string } = {
  'AWS::ApiGateway::RestApi': 'API',
  'AWS::ApiGatewayV2::Api': 'API',
  'AWS::ApiGatewayV2::ApiGatewayManagedOverrides': 'managed overrides',
  'AWS::ApiGatewayV2::VpcLink': 'VPC link',
  'AWS::ApiGateway::VpcLink': 'VPC link',
  'AWS::ApiGateway::UsagePlan': 'usage plan',
  'AWS::ApiGateway::UsagePlanKey': 'usage plan key',
  'AWS::ApiGateway::ApiKey': 'API key',
  'AWS::ApiGateway::DomainName': 'domain',
  'AWS::ApiGateway::DomainNameV2': 'domain',
  'AWS::ApiGatewayV2::DomainName': 'domain',
  'AWS::ApiGateway::BasePathMapping': 'mapping',
  'AWS::ApiGateway::BasePathMappingV2': 'mapping',
  'AWS::ApiGatewayV2::ApiMapping': 'mapping',
  'AWS::WAFv2::WebACL': 'web ACL',
  'AWS::WAFv2::WebACLAssociation': 'web ACL association',
  'AWS::WAFv2::IPSet': 'IP set',
}

/** "stage ProdStage": what a resource is and its logical id. */
export function resourceLabel({ type, logicalId }: TemplateResource): string {
  const words = Object.hasOwn(WORDS, type) ? WORDS[type] : undefined
  const own = type.slice(type.lastIndexOf(':') + 1).replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
  return `${words ?? own.toLowerCase()} ${logicalId}`
}

/** Opens the properties of a resource, which is thereby spoken for. */
export function propertiesOf(context: TemplateContext, resource: TemplateResource): Members {
  context.claimed.add(resource.logicalId)
  const { properties, pointer } = resource
  return new Members(properties, `${pointer}/Properties`, resourceLabel(resource), context.findings)
}

/** Resources of one type, in the order of the template. */
export function resourcesOfType(context: TemplateContext, ...types: readonly string[]): TemplateResource[] {
  return [...context.template.resources.values()].filter(({ type }) => types.includes(type))
}

/** Reports a property that is understood and that a design has no room for. Says nothing when it is absent. */
export function leaveOut(members: Members, name: string, why: string, severity: Severity = 'info'): void {
  if (!members.has(name)) return
  members.skip(name)
  const message = `${members.nameOf(name)} is left out: ${why}`
  members.findings.report('import/not-carried', severity, members.pointerOf(name), message)
}

/** Reports what a resource lacks and what is used in its place. */
export function reportAssumed(members: Members, name: string, message: string, severity: Severity = 'warning'): void {
  const pointer = members.has(name) ? members.pointerOf(name) : members.pointer
  members.findings.report('import/value-assumed', severity, pointer, message)
}

import type { TemplateResource } from '../template/template'
import type { TemplateContext } from '../template/template-context'

/** Left by tools for their own use. */
const OF_TOOLS = ['AWS::CDK::Metadata']
const NESTED = ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']

/** Reports the resources that nobody read: what is no part of an API once a type, what may hold one each. */
export function reportUnclaimed({ template, claimed, findings }: TemplateContext): void {
  for (const resource of template.resources.values()) {
    if (claimed.has(resource.logicalId) || resource.isMadeBySam || OF_TOOLS.includes(resource.type)) continue
    const { type, logicalId, pointer } = resource
    if (NESTED.includes(type) || type.endsWith('::MODULE')) {
      findings.report('import/not-carried', 'warning', pointer, nestedMessage(resource))
    } else if (type.startsWith('AWS::ApiGateway')) {
      const message = `${logicalId} is left out: a design has no place for the type ${type}.`
      findings.report('import/not-carried', 'warning', pointer, message)
    } else {
      findings.tally('import/resource-not-carried', resource.writtenType ?? type, pointer)
    }
  }
}

function nestedMessage({ type, logicalId, properties }: TemplateResource): string {
  const location = properties['TemplateURL'] ?? properties['Location']
  const where = typeof location === 'string' ? ` ("${location.slice(0, 100)}")` : ''
  if (type.endsWith('::MODULE')) {
    return `${logicalId} is left out: the module ${type} is registered in an account only. Import a template in which its resources stand.`
  }
  return `${logicalId} is left out: what it nests is another template${where}. Import that template on its own to see its APIs.`
}

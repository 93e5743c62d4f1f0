import type { TemplateContext } from '../../template/template-context'
import { leaveOut, propertiesOf, resourceLabel, resourcesOfType } from './resource-properties'

/** Reports what the account and its network have beside the APIs: a design keeps the ids that APIs use, and nothing more. */
export function reportAccountSettings(context: TemplateContext): void {
  for (const resource of resourcesOfType(context, 'AWS::ApiGateway::Account')) {
    const members = propertiesOf(context, resource)
    leaveOut(members, 'CloudWatchRoleArn', 'logs are written here without a role. An export to AWS needs it again.')
    members.finish()
  }
  for (const resource of resourcesOfType(context, 'AWS::ApiGateway::VpcLink')) {
    context.claimed.add(resource.logicalId)
    const message = `${resourceLabel(resource)} is kept by its id, as "connectionId" of the integrations that use it; its targets are left out. Name a backend in those integrations to have them answered here.`
    context.findings.report('import/kept-not-simulated', 'info', resource.pointer, message)
  }
  for (const resource of resourcesOfType(context, 'AWS::ApiGateway::ClientCertificate')) {
    context.claimed.add(resource.logicalId)
    const message = `${resourceLabel(resource)} is kept by its id, on the stages that name it; backends here get no certificate.`
    context.findings.report('import/kept-not-simulated', 'info', resource.pointer, message)
  }
}

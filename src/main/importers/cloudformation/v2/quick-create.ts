import type { HttpApi, HttpIntegration } from '@shared/design/http-api'
import { idFrom } from '@shared/design/id-from'
import type { Members } from '../../members'
import { withoutAbsent } from '../../without-absent'

/**
 * What AWS makes of `Target`: one route to one integration, and a stage `$default` that deploys itself. undefined without a target.
 * Source: http-api.md 17, CreateApi.
 */
export function readQuickCreate(
  properties: Members,
  apiId: string,
): Pick<HttpApi, 'routes' | 'integrations' | 'stages'> | undefined {
  const target = properties.text('Target')
  const routeKey = properties.text('RouteKey')
  const credentialsArn = properties.text('CredentialsArn')
  if (target === undefined) {
    if (routeKey === undefined) return undefined
    const message = `${properties.nameOf('RouteKey')} is left out: it has a meaning beside "Target" only. Add a Target, or an AWS::ApiGatewayV2::Route.`
    properties.findings.report('import/not-carried', 'warning', properties.pointerOf('RouteKey'), message)
    return undefined
  }
  const id = idFrom(`quick integration of ${apiId}`, 7)
  const integration: HttpIntegration = target.startsWith('arn:')
    ? withoutAbsent({
        integrationType: 'AWS_PROXY' as const,
        integrationUri: target,
        credentialsArn,
        payloadFormatVersion: '2.0' as const,
      })
    : { integrationType: 'HTTP_PROXY', integrationMethod: 'ANY', integrationUri: target, payloadFormatVersion: '1.0' }
  const key = routeKey ?? '$default'
  properties.findings.carry(`${key}, ${integration.integrationType}`, properties.pointerOf('Target'))
  return {
    routes: { [key]: { target: id, authorizationType: 'NONE' } },
    integrations: { [id]: integration },
    stages: { $default: { autoDeploy: true } },
  }
}

import type { RestApi } from '@shared/design/rest-api'
import { restRoutes } from '@shared/design/route-key'
import type { V2Api, V2Route } from '@shared/design/v2-api'
import type { ControlPlane } from '../../../control-plane/control-plane'
import { idOf, resourceScope } from '../../../control-plane/ids'
import type { ScriptReport } from './script-report'

/** What is left undone at the end of a script. `origins`: where things were made. */
export function finalChecks(
  { design, ...rest }: ControlPlane,
  origins: ReadonlyMap<string, number>,
  report: ScriptReport,
): void {
  const state = { design, ...rest }
  const hint = (key: string, text: string, severity: 'warning' | 'info' = 'warning') =>
    report.say('import/command-hint', severity, origins.get(key) ?? 0, text)
  for (const api of design.apis) {
    if (Object.keys(api.stages).length === 0)
      hint(
        api.id,
        `The ${api.protocolType} API "${api.name}" has no stage at the end of the script, so nobody can call it: ${stageAdvice(api)}`,
      )
    if (api.protocolType === 'REST') checkRest(state, api, hint)
    else checkV2(api, hint)
  }
  for (const { id, name, apiStages } of design.usagePlans) {
    if (apiStages.length === 0)
      hint(
        id,
        `The usage plan "${name}" covers no stage, so it limits nothing: add --api-stages apiId=API,stage=STAGE.`,
      )
  }
}

function stageAdvice({ protocolType, id }: { protocolType: string; id: string }): string {
  return protocolType === 'REST'
    ? `aws apigateway create-deployment --rest-api-id ${id} --stage-name prod.`
    : `aws apigatewayv2 create-stage --api-id ${id} --stage-name ${protocolType === 'HTTP' ? "'$default'" : 'prod'} --auto-deploy.`
}

type Hint = (key: string, text: string, severity?: 'warning' | 'info') => void

function checkRest(state: ControlPlane, api: RestApi, hint: Hint): void {
  for (const { path, verb, method, routeKey } of restRoutes(api)) {
    const key = `${api.id} ${idOf(state, resourceScope(api.id), path)} ${verb}`
    if (method.integration === undefined) {
      hint(key, `${routeKey} of "${api.name}" has no integration, so the API cannot be deployed: add put-integration.`)
      continue
    }
    const statuses = method.methodResponses.map(({ statusCode }) => statusCode)
    for (const { statusCode } of method.integration.integrationResponses) {
      if (statuses.includes(statusCode)) continue
      hint(
        `${key} ${statusCode}`,
        `${routeKey} has an integration response ${statusCode} and no method response ${statusCode}: answers with it become 500. Add put-method-response.`,
      )
    }
  }
  for (const [name, { methodSettings, cacheClusterEnabled }] of Object.entries(api.stages)) {
    if (cacheClusterEnabled || !Object.values(methodSettings).some(({ cachingEnabled }) => cachingEnabled)) continue
    hint(
      api.id,
      `The stage ${name} of "${api.name}" has methods with caching, and cacheClusterEnabled is false: nothing will be cached.`,
    )
  }
}

function checkV2(api: V2Api, hint: Hint): void {
  const bare = Object.entries<V2Route>(api.routes).filter(([, { target }]) => target === undefined)
  for (const [routeKey] of bare) {
    const what = api.protocolType === 'HTTP' ? 'it answers 500' : 'it does nothing'
    hint(
      `${api.id} ${routeKey}`,
      `The route ${routeKey} of "${api.name}" has no target, so ${what}: add --target integrations/ID.`,
    )
  }
  const used = new Set(Object.values<V2Route>(api.routes).map(({ target }) => target))
  const unused = Object.keys(api.integrations).filter((id) => !used.has(id))
  if (unused.length > 0)
    hint(
      api.id,
      `No route of "${api.name}" leads to the ${unused.length === 1 ? 'integration' : 'integrations'} ${unused.join(', ')}.`,
    )
}

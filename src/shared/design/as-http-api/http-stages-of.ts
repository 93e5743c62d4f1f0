import type { HttpStage, RouteSettings } from '../http-api'
import { ALL_METHODS, methodSettingKey, type MethodSetting } from '../method-settings'
import type { RestApi } from '../rest-api'
import { restRoutes } from '../route-key'
import type { Stage } from '../stage'
import type { ConversionNotes } from './conversion-notes'

/** The stages of a REST API for an HTTP API, with what they lose. Source: http-api.md 1, 3 and 9. */
export function httpStagesOf(api: RestApi, notes: ConversionNotes): HttpApiStages {
  const stages: Record<string, HttpStage> = {}
  for (const [name, stage] of Object.entries(api.stages)) {
    notesOfStage(name, stage, notes)
    const defaults = settingsOf(stage.methodSettings[ALL_METHODS])
    const routes = Object.fromEntries(
      restRoutes(api).flatMap(({ routeKey, path, verb }) => {
        const settings = settingsOf(stage.methodSettings[methodSettingKey(path, verb)])
        return settings === undefined ? [] : [[routeKey, settings]]
      }),
    )
    stages[name] = {
      autoDeploy: true,
      ...(stage.description !== undefined && { description: stage.description }),
      ...(stage.variables !== undefined && { stageVariables: stage.variables }),
      ...(defaults !== undefined && { defaultRouteSettings: defaults }),
      ...(Object.keys(routes).length > 0 && { routeSettings: routes }),
      ...(stage.accessLogSettings !== undefined && { accessLogSettings: stage.accessLogSettings }),
    }
  }
  return stages
}

type HttpApiStages = Readonly<Record<string, HttpStage>>

/** Throttles and detailed metrics; the rest of a method's settings have no counterpart. */
function settingsOf(setting: MethodSetting | undefined): RouteSettings | undefined {
  const { throttlingRateLimit, throttlingBurstLimit, metricsEnabled } = setting ?? {}
  const settings: RouteSettings = {
    ...(throttlingRateLimit !== undefined && { throttlingRateLimit }),
    ...(throttlingBurstLimit !== undefined && { throttlingBurstLimit }),
    ...(metricsEnabled !== undefined && { detailedMetricsEnabled: metricsEnabled }),
  }
  return Object.keys(settings).length === 0 ? undefined : settings
}

function notesOfStage(name: string, stage: Stage, notes: ConversionNotes): void {
  const settings = Object.values(stage.methodSettings)
  if (stage.deploymentId !== undefined) {
    const text = 'Stages deploy every change by themselves; turn autoDeploy off to choose when.'
    notes.add('changed', 'Deployments', text, name)
  }
  if (stage.cacheClusterEnabled === true) {
    notes.add('lost', 'Response cache', 'Every request reaches the integration; nothing is kept.', name)
  }
  if (stage.canarySettings !== undefined) {
    notes.add(
      'lost',
      'Canary release',
      'All requests go to one deployment. Split traffic by a Lambda alias instead.',
      name,
    )
  }
  if (stage.webAclArn !== undefined) {
    notes.add('lost', 'AWS WAF', 'Put CloudFront with the web ACL in front instead.', name)
  }
  if (stage.tracingEnabled === true) notes.add('lost', 'X-Ray tracing', 'The gateway sends no segments.', name)
  if (stage.clientCertificateId !== undefined) {
    notes.add('lost', 'Client certificate', 'Backends get no certificate of the gateway.', name)
  }
  if (settings.some(({ loggingLevel }) => loggingLevel !== undefined && loggingLevel !== 'OFF')) {
    notes.add('lost', 'Execution logs', 'There are access logs only.', name)
  }
  if (stage.accessLogSettings !== undefined) {
    const text = 'Access logs stay; some $context variables have other names or are missing.'
    notes.add('changed', 'Access logs', text, name)
  }
  if (settings.some(({ throttlingRateLimit }) => throttlingRateLimit !== undefined)) {
    notes.add('carried', 'Throttles of the stage', 'The same limits for the stage and for single routes.', name)
  }
}

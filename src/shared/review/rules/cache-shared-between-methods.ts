import type { Design } from '../../design/design'
import { effectiveCaching } from '../../design/method-settings'
import { updateIntegration } from '../../design/edits/update-integration'
import { updateStage } from '../../design/edits/update-stage'
import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import { methodsOf, restApis, restStages, type RestMethodScope, type RestScope } from '../scopes/rest-methods'

export const cacheSharedBetweenMethods: ReviewRule = {
  id: 'cache-shared-between-methods',
  title: 'A call is answered with what another one fetched',
  severity: 'warning',
  what: 'Cached methods of one verb and one cache namespace with different targets, and canaries that use the cache of their stage while their stage variables differ.',
  why: 'Entries are told apart by namespace, verb and cache key alone: two methods, or the canary and the stage, read each other’s answers.',
  source: 'Guide 001, "API Gateway caching is per stage"; rest-api.md 6.2 and 12.',
  find: (design) => [...restApis(design).flatMap(namespaceFindings), ...canaryFindings(design)],
}

function namespaceFindings({ api, at }: RestScope): Finding[] {
  const stages = Object.values(api.stages)
  const cached = methodsOf({ api, at }).filter(
    ({ path, verb, method }) =>
      method.integration?.cacheNamespace !== undefined &&
      stages.some((stage) => effectiveCaching(stage, path, verb).enabled),
  )
  return cached.flatMap((scope, index) => {
    const first = cached.slice(0, index).find((other) => isShared(scope, other))
    if (first === undefined) return []
    const { routeKey, path, verb, method } = scope
    const fix = {
      label: `Give ${routeKey} cache entries of its own`,
      apply: (design: Design) => updateIntegration(design, api.id, path, verb, { cacheNamespace: undefined }),
    }
    const message = `${api.name}, ${routeKey}: it shares the cache namespace ${method.integration!.cacheNamespace} with ${first.routeKey}, which has another target, so that each can get the other’s answers. Give it a namespace of its own.`
    return [finding(cacheSharedBetweenMethods, [...scope.at, 'integration', 'cacheNamespace'], message, { fix })]
  })
}

function isShared(one: RestMethodScope, other: RestMethodScope): boolean {
  const [a, b] = [one.method.integration, other.method.integration]
  return one.verb === other.verb && a?.cacheNamespace === b?.cacheNamespace && a?.uri !== b?.uri
}

/** With deployments of their own the two have entries of their own. */
function canaryFindings(design: Design): Finding[] {
  return restStages(design).flatMap(({ api, at, stage, stageName }) => {
    const { canarySettings: canary, deploymentId, cacheClusterEnabled } = stage
    if (canary?.useStageCache !== true || cacheClusterEnabled !== true || canary.percentTraffic <= 0) return []
    const isSameDeployment = (canary.deploymentId ?? deploymentId) === deploymentId
    const differs = Object.entries(canary.stageVariableOverrides ?? {}).some(
      ([name, value]) => stage.variables?.[name] !== value,
    )
    if (!isSameDeployment || !differs) return []
    const fix = {
      label: `Keep the canary of ${stageName} out of the cache`,
      apply: (current: Design) =>
        updateStage(current, api.id, stageName, { canarySettings: { ...canary, useStageCache: false } }),
    }
    const message = `${api.name}, stage ${stageName}: the canary has stage variables of its own but uses the cache of the stage, so that answers of the one go to callers of the other. Turn useStageCache off.`
    return [finding(cacheSharedBetweenMethods, [...at, 'canarySettings', 'useStageCache'], message, { fix })]
  })
}

import { diffJson } from '@shared/design/diff-json'
import { movingDeploymentId } from '@shared/design/moving-deployment-id'
import type { Resource, RestApi } from '@shared/design/rest-api'
import { undeployedChanges, type DesignChange } from '@shared/design/undeployed-changes'

const known = new WeakMap<RestApi, Map<string, readonly DesignChange[]>>()

/** A resource as it stands -> the deployed one that it equals. After a file is read the two are never the same object. */
const equals = new WeakMap<Resource, Resource>()

/**
 * What callers of a stage do not see yet. Worked out once for an API as it stands, however many parts of the window ask; an edit
 * compares only what it touched.
 */
export function undeployedChangesOf(api: RestApi, stageName: string): readonly DesignChange[] {
  const byStage = known.get(api) ?? new Map<string, readonly DesignChange[]>()
  known.set(api, byStage)
  const found = byStage.get(stageName) ?? undeployedChanges(withDeployedParts(api, stageName), stageName)
  byStage.set(stageName, found)
  return found
}

/** The same API with resources that equal their deployed ones replaced by these, so that nothing looks into them again. */
function withDeployedParts(api: RestApi, stageName: string): RestApi {
  const deploymentId = Object.hasOwn(api.stages, stageName) ? movingDeploymentId(api.stages[stageName]) : undefined
  const deployed = api.deployments.find((each) => each.id === deploymentId)?.definition.resources
  if (deployed === undefined) return api
  const resources = Object.entries(api.resources).map(([path, now]) => {
    const old = Object.hasOwn(deployed, path) ? deployed[path] : undefined
    return [path, old !== undefined && isEqual(now, old) ? old : now] as const
  })
  return { ...api, resources: Object.fromEntries(resources) }
}

function isEqual(now: Resource, old: Resource): boolean {
  if (now === old || equals.get(now) === old) return true
  if (diffJson(old, now).length > 0) return false
  equals.set(now, old)
  return true
}

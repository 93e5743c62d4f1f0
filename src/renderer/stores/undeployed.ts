import type { RestApi } from '@shared/design/rest-api'
import { undeployedChanges, type DesignChange } from '@shared/design/undeployed-changes'

const known = new WeakMap<RestApi, Map<string, readonly DesignChange[]>>()

/** What callers of a stage do not see yet. Worked out once for an API as it stands, however many parts of the window ask. */
export function undeployedChangesOf(api: RestApi, stageName: string): readonly DesignChange[] {
  const byStage = known.get(api) ?? new Map<string, readonly DesignChange[]>()
  known.set(api, byStage)
  const found = byStage.get(stageName) ?? undeployedChanges(api, stageName)
  byStage.set(stageName, found)
  return found
}

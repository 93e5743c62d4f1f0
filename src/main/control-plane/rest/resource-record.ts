import type { RestApi } from '@shared/design/rest-api'
import { VERBS } from '@shared/design/method'
import { memberOf } from '@shared/design/edits/update-in'
import type { ControlPlane } from '../control-plane'
import { idOf, resourceScope } from '../ids'
import type { JsonRecord } from '../json-record'
import { methodRecord } from './method-record'
import { lastPart, parentPath } from './resource-paths'

/** A resource as the service reads it back; its methods are named, and written out when they are asked for. */
export function resourceRecord(
  state: ControlPlane,
  api: RestApi,
  path: string,
  embed: readonly string[] = [],
): JsonRecord {
  const parent = parentPath(path)
  const methods = memberOf(api.resources, path)?.methods ?? {}
  const entries = VERBS.flatMap((verb) => {
    const method = methods[verb]
    return method ? [[verb, embed.includes('methods') ? methodRecord(state, { api, path, verb, method }) : {}]] : []
  })
  return {
    id: idOf(state, resourceScope(api.id), path),
    ...(parent !== undefined && { parentId: idOf(state, resourceScope(api.id), parent), pathPart: lastPart(path) }),
    path,
    ...(entries.length > 0 && { resourceMethods: Object.fromEntries(entries) as JsonRecord }),
  }
}

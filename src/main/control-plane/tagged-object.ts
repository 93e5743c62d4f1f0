import type { ControlPlane } from './control-plane'
import { extrasOf, withApi, withExtras } from './control-plane'
import { memberOf } from '@shared/design/edits/update-in'
import { badRequest } from './service-error'

type Tags = Readonly<Record<string, string>>

/** Tags of the object that an ARN names: those of APIs and REST stages are in the design, others beside it. */
export function tagsOf(state: ControlPlane, arn: string): Tags {
  const path = taggedPath(arn)
  const { api, stage } = placeOf(state, path)
  if (api !== undefined && stage !== undefined && api.protocolType === 'REST')
    return memberOf(api.stages, stage)?.tags ?? {}
  if (api !== undefined && stage === undefined) return api.tags ?? {}
  const { tags } = extrasOf(state, path)
  return (tags as Tags | undefined) ?? {}
}

export function withTags(state: ControlPlane, arn: string, tags: Tags): ControlPlane {
  const path = taggedPath(arn)
  const { api, stage } = placeOf(state, path)
  if (api !== undefined && stage === undefined) return withApi(state, { ...api, tags })
  const staged = api?.protocolType === 'REST' && stage !== undefined ? memberOf(api.stages, stage) : undefined
  if (api?.protocolType === 'REST' && stage !== undefined && staged !== undefined) {
    return withApi(state, { ...api, stages: { ...api.stages, [stage]: { ...staged, tags } } })
  }
  return withExtras(state, path, { tags })
}

/** "arn:aws:apigateway:us-east-1::/restapis/abc/stages/prod" -> "/restapis/abc/stages/prod". */
function taggedPath(arn: string): string {
  const path = /^arn:[^:]*:apigateway:[^:]*:[^:]*:(\/.+)$/.exec(arn)?.[1]
  if (path !== undefined) return path
  throw badRequest('Invalid Resource ARN specified', 'Write it as arn:aws:apigateway:REGION::/restapis/ID.')
}

function placeOf({ design }: ControlPlane, path: string) {
  const [, , id, stage] = /^\/(restapis|apis)\/([^/]+)(?:\/stages\/(.+))?$/.exec(path) ?? []
  return { api: design.apis.find((api) => api.id === id), stage }
}

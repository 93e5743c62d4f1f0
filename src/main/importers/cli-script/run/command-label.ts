import type { ControlPlane } from '../../../control-plane/control-plane'
import { nameOf, routeScope } from '../../../control-plane/ids'
import { resourcePathOf } from '../../../control-plane/rest/find-rest'
import { isRecord } from '../../json-place'

type Values = Readonly<Record<string, unknown>>

/** A command in a few words: "put-method GET /orders", "create-api orders". */
export function commandLabel(command: string, state: ControlPlane, values: Values, output: unknown): string {
  const answer = isRecord(output) ? output : {}
  const verb = textOf(values['http_method'])
  const path = resourcePath(state, values['restapi_id'], textOf(values['resource_id']) ?? '')
  const words =
    command === 'create-resource'
      ? [textOf(answer['path']) ?? textOf(values['pathPart'])]
      : [
          verb,
          path,
          textOf(values['status_code']),
          textOf(values['response_type']),
          routeKey(state, values),
          textOf(values['domainName']) ?? textOf(values['domain_name']),
          textOf(values['stageName']) ?? textOf(values['stage_name']),
          textOf(answer['name']) ?? textOf(values['name']),
        ]
  return [command, ...words.filter((word) => word !== undefined && word !== '')].join(' ').slice(0, 120)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The path of a resource by the ids of it and its API. */
export function resourcePath(state: ControlPlane, apiId: unknown, id: string): string | undefined {
  const api = state.design.apis.find((each) => each.id === apiId)
  return api?.protocolType === 'REST' ? resourcePathOf(state, api, id) : undefined
}

function routeKey(state: ControlPlane, values: Values): string | undefined {
  const own = textOf(values['routeKey'])
  const id = textOf(values['routeId'])
  const api = state.design.apis.find((each) => each.id === values['apiId'])
  if (own !== undefined || id === undefined || api === undefined || api.protocolType === 'REST') return own
  return nameOf(state, routeScope(api.id), id, Object.keys(api.routes))
}

import type { V2Api } from '@shared/design/v2-api'
import { pointerTo } from '@shared/diagnostic'
import { partId, type ApiContext } from '../export-context'
import { pascalCase } from '../logical-id'
import { properties } from '../template-functions'
import { templateSchema } from '../template-schema'

/** Adds the models of a WebSocket API. Gives the logical id of each by its name, by which routes name them. */
export function addV2Models(context: ApiContext<V2Api>): ReadonlyMap<string, string> {
  const { api, names, parts } = context
  const models = api.protocolType === 'WEBSOCKET' ? (api.models ?? {}) : {}
  return new Map(
    Object.entries(models).map(([name, model]) => {
      const id = partId(context, `${pascalCase(name)}Model`, `model ${name}`)
      parts.resource(id, {
        Type: 'AWS::ApiGatewayV2::Model',
        Properties: properties({
          ApiId: names.ref,
          Name: name,
          ContentType: model.contentType,
          Description: model.description,
          Schema: templateSchema(context, model.schema, pointerTo(['models', name, 'schema'])),
        }),
      })
      return [name, id]
    }),
  )
}

import type { Diagnostic } from '../../../diagnostic'
import { memberOf } from '../../edits/update-in'
import { problem, unless } from '../problem'
import type { WebSocketScope } from './websocket-scope'

/** Models, and routes that validate with them. Source: websocket-api.md 1 and 4.4. */
export function checkWebSocketModels(scope: WebSocketScope): Diagnostic[] {
  return [...checkModels(scope), ...checkRoutes(scope)]
}

function checkModels({ api, at }: WebSocketScope): Diagnostic[] {
  return Object.entries(api.models ?? {}).flatMap(([name, { schema }]) => {
    const here = [...at, 'models', name]
    return [
      ...unless(
        /^[A-Za-z0-9]+$/.test(name),
        'design/model-name-invalid',
        here,
        () => `Model "${name}": a name has letters and digits only. Rename it.`,
      ),
      ...unless(
        Object.keys(schema).length > 0,
        'design/model-schema-empty',
        [...here, 'schema'],
        () => `Model ${name}: Model schema must have at least 1 property or array items defined`,
      ),
    ]
  })
}

function checkRoutes({ api, at }: WebSocketScope): Diagnostic[] {
  return Object.entries(api.routes).flatMap(([routeKey, { modelSelectionExpression, requestModels = {} }]) => {
    const here = [...at, 'routes', routeKey, 'requestModels']
    const entries = Object.entries(requestModels)
    const unknown = entries.flatMap(([key, name]) => {
      if (memberOf(api.models ?? {}, name) !== undefined) return []
      const message = `${routeKey}: model ${name} does not exist. Add it, or choose another.`
      return [problem('design/model-unknown', [...here, key], message)]
    })
    const isUsed = modelSelectionExpression !== undefined
    return [
      ...unknown,
      ...unless(
        isUsed || entries.length === 0,
        'design/selection-expression-invalid',
        [...at, 'routes', routeKey, 'modelSelectionExpression'],
        () => `${routeKey} has models but no modelSelectionExpression: messages are not validated. Set it to $default.`,
        'warning',
      ),
      ...unless(
        !isUsed || entries.length > 0,
        'design/model-unknown',
        here,
        () => `${routeKey} chooses a model but has none: every message is refused with "Bad request body". Add one.`,
      ),
    ]
  })
}

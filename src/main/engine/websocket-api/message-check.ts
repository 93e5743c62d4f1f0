import type { WebSocketApi, WebSocketRoute } from '@shared/design/websocket-api'
import type { CompiledSchema } from '../validation/json-schema'
import { compileModel, type BodyVerdict } from '../validation/request-body-check'
import type { ClientMessage } from './client-message'
import { chooseByKey } from './keyed-choice'
import { compileSelection } from './selection-expression'

/** Whether a message is what its route's models ask for. */
export type MessageCheck = (message: ClientMessage) => BodyVerdict

/**
 * Compile a route's `modelSelectionExpression` and models; null when messages are not validated. A result that no model is for, without a
 * `$default` one, fails. Source: websocket-api.md 4.4.
 */
export function compileMessageCheck(
  { modelSelectionExpression, requestModels }: WebSocketRoute,
  { models = {} }: Pick<WebSocketApi, 'models'>,
): MessageCheck | null {
  if (modelSelectionExpression === undefined) return null
  const select = compileSelection(modelSelectionExpression)
  const schemas = new Map<string, CompiledSchema>()
  for (const name of new Set(Object.values(requestModels ?? {}))) {
    if (Object.hasOwn(models, name)) schemas.set(name, compileModel(models[name]!, models))
  }
  return (message) => {
    const key = select({ message })
    const chosen = chooseByKey(requestModels, key)
    if (chosen === null) return refused(`no model for the key "${key}"`)
    const schema = schemas.get(chosen.value)
    if (schema === undefined) return refused(`the model "${chosen.value}" does not exist`)
    if (message.json === undefined) return refused('Unknown error parsing request body')
    const errors = schema.validate(message.json)
    return errors.length === 0 ? { valid: true } : refused(errors.join(', '))
  }
}

function refused(why: string): BodyVerdict {
  return { valid: false, details: `[${why}]` }
}

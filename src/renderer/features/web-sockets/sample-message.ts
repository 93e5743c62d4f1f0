import { sampleFromSchema } from '@shared/design/sample-from-schema'
import type { WebSocketApi } from '@shared/design/websocket-api'

/** Members of a message that an expression reads alone: "$request.body.data.action" -> ["data", "action"]; null for any other. */
export function selectingPath(expression: string): readonly string[] | null {
  const [, braced, bare] = /^\$(?:\{request\.body\.([\w.-]+)\}|request\.body\.([\w.-]+))$/.exec(expression) ?? []
  const path = (braced ?? bare)?.split('.').filter((name) => name !== '')
  return path === undefined || path.length === 0 || path.includes('__proto__') ? null : path
}

/** Routes that messages can go to. */
export function messageRoutes({ routes }: WebSocketApi): string[] {
  return Object.keys(routes).filter((key) => key !== '$connect' && key !== '$disconnect')
}

/** A message that goes to a route: what its model asks for, with the members that choose the route. JSON, indented. */
export function sampleMessage(api: WebSocketApi, routeKey: string): string {
  const sample = sampleOfModel(api, routeKey)
  const path = selectingPath(api.routeSelectionExpression)
  if (path === null || routeKey === '$default') return JSON.stringify(sample ?? { message: 'hello' }, null, 2)
  return JSON.stringify(withMember(isObject(sample) ? sample : {}, path, routeKey), null, 2)
}

function sampleOfModel({ models = {}, routes }: WebSocketApi, routeKey: string): unknown {
  const route = Object.hasOwn(routes, routeKey) ? routes[routeKey] : undefined
  const [model] = Object.values(route?.requestModels ?? {})
  if (model === undefined || !Object.hasOwn(models, model)) return undefined
  return sampleFromSchema(models[model]!.schema, models)
}

/** What chooses the route stands first. */
function withMember(value: Record<string, unknown>, [name = '', ...rest]: readonly string[], text: string): object {
  const own = Object.hasOwn(value, name) ? value[name] : undefined
  const member = rest.length === 0 ? text : withMember(isObject(own) ? own : {}, rest, text)
  return { [name]: member, ...Object.fromEntries(Object.entries(value).filter(([each]) => each !== name)) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

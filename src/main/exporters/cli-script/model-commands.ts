import { isBuiltInModel, isBuiltInModelName } from '@shared/design/built-in-model'
import type { JsonSchema, Model } from '@shared/design/model'
import { pointerTo } from '@shared/diagnostic'
import type { ApiScript } from './script-context'
import { jsonText, SplicedText, type ScriptJson } from './script-json'
import type { ShellVariable } from './shell-text'

const ADDRESS = 'https://apigateway.amazonaws.com/restapis/'
const NAMED = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\/([A-Za-z0-9]+)$/
const MAX_DEPTH = 200

/** Writes the models, those first that others name. Of models that name each other in a circle, one gets its schema afterwards. */
export function modelCommands(context: ApiScript): void {
  const models = context.api.protocolType === 'HTTP' ? {} : (context.api.models ?? {})
  const made = Object.entries(models).filter(([name, model]) => isMade(context, name, model))
  if (made.length === 0) return
  context.parts.heading('Models')
  const written = new Set<string>()
  const late: string[] = []
  const names = new Set(made.map(([name]) => name))
  for (const name of inOrder(made)) {
    const others = namedModels(models[name]?.schema).filter((other) => names.has(other) && other !== name)
    const isEarly = others.some((other) => !written.has(other))
    if (isEarly) late.push(name)
    createModel(context, name, models[name], isEarly)
    written.add(name)
  }
  for (const name of late) updateModel(context, name, models[name]?.schema ?? {})
}

/** Those that every REST API has are there already. */
function isMade({ api, names, parts }: ApiScript, name: string, model: Model): boolean {
  if (api.protocolType !== 'REST' || !isBuiltInModelName(name)) return true
  if (isBuiltInModel(name, model)) return false
  const message = `The model ${name} of ${api.name} is left out: every API has one of that name from the start. Rename the model.`
  parts.report('export/not-carried', 'warning', names.pointer + pointerTo(['models', name]), message)
  return false
}

function createModel(context: ApiScript, name: string, model: Model | undefined, isEarly: boolean): void {
  const { api, names, parts } = context
  const schema = isEarly ? { type: 'object' } : withOwnId(model?.schema ?? {}, names.id)
  parts.run({
    operation: api.protocolType === 'REST' ? 'apigateway create-model' : 'apigatewayv2 create-model',
    options: {
      [api.protocolType === 'REST' ? 'rest-api-id' : 'api-id']: [names.id],
      name,
      'content-type': model?.contentType,
      description: model?.description || undefined,
      schema: { json: schema },
    },
  })
}

function updateModel({ api, names, parts }: ApiScript, name: string, schema: JsonSchema): void {
  const text = withOwnId(schema, names.id)
  if (api.protocolType !== 'REST') return
  const value = new SplicedText(jsonText(text))
  parts.run({
    operation: 'apigateway update-model',
    options: {
      'rest-api-id': [names.id],
      'model-name': name,
      'patch-operations': { json: [{ op: 'replace', path: '/schema', value }] },
    },
  })
}

/** The address by which one model names another has the id that the API gets when it is made. */
function withOwnId(schema: unknown, id: ShellVariable, depth = 0): ScriptJson {
  if (Array.isArray(schema)) return schema.map((item) => withOwnId(item, id, depth + 1))
  if (typeof schema !== 'object' || schema === null || depth > MAX_DEPTH) return schema as ScriptJson
  const members = Object.entries(schema).map(([name, value]): [string, ScriptJson] => {
    const named = name === '$ref' && typeof value === 'string' ? NAMED.exec(value)?.[1] : undefined
    return [
      name,
      named === undefined ? withOwnId(value, id, depth + 1) : new SplicedText([ADDRESS, id, `/models/${named}`]),
    ]
  })
  return Object.fromEntries(members)
}

function namedModels(schema: unknown, depth = 0): string[] {
  if (typeof schema !== 'object' || schema === null || depth > MAX_DEPTH) return []
  return Object.entries(schema).flatMap(([name, value]) => {
    const named = name === '$ref' && typeof value === 'string' ? NAMED.exec(value)?.[1] : undefined
    return named === undefined ? namedModels(value, depth + 1) : [named]
  })
}

/** Each after those that it names, as far as that goes. */
function inOrder(models: readonly (readonly [string, Model])[]): string[] {
  const byName = new Map(models)
  const order = new Set<string>()
  const open = new Set<string>()
  const visit = (name: string): void => {
    const model = byName.get(name)
    if (model === undefined || order.has(name) || open.has(name)) return
    open.add(name)
    namedModels(model.schema).forEach(visit)
    order.add(name)
  }
  for (const [name] of models) visit(name)
  return [...order]
}

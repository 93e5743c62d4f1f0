import { diffJson } from '@shared/design/diff-json'
import type { JsonSchema } from '@shared/design/model'
import type { RestApi } from '@shared/design/rest-api'
import { pointerTo } from '@shared/diagnostic'
import { partId, type ApiContext } from '../export-context'
import { pascalCase } from '../logical-id'
import type { TemplateValue } from '../template-document'
import { properties, ref } from '../template-functions'
import { modelReferences, templateSchema } from '../template-schema'

/**
 * What is in the schemas of the models that every API has from the start, beside `$schema`, `title` and `type`. The service refuses to
 * make models of these names again. Source: rest-api.md 1.1.
 */
const BUILT_IN_MODELS: Readonly<Record<string, JsonSchema>> = {
  Empty: {},
  Error: { properties: { message: { type: 'string' } } },
}

/** Adds the models. Gives what stands for a model by name: its resource, or the name itself when the API has none that is made here. */
export function addModels(context: ApiContext<RestApi>): (name: string) => TemplateValue {
  const { api, names, parts } = context
  const made = Object.keys(api.models).filter((name) => !Object.hasOwn(BUILT_IN_MODELS, name))
  const ids = new Map(made.map((name) => [name, partId(context, `${pascalCase(name)}Model`, `model ${name}`)]))
  const waits = acyclic(made, (name) => modelReferences(api.models[name]?.schema))
  for (const [name, id] of ids) {
    const { contentType = 'application/json', description, schema = {} } = api.models[name] ?? {}
    const others = (waits.get(name) ?? []).flatMap((other) => ids.get(other) ?? [])
    parts.resource(id, {
      Type: 'AWS::ApiGateway::Model',
      Properties: properties({
        RestApiId: names.ref,
        Name: name,
        ContentType: contentType,
        Description: description,
        Schema: templateSchema(context, schema, pointerTo(['models', name, 'schema'])),
      }),
      // A model can be made only when those it refers to are there.
      ...(others.length > 0 && { DependsOn: others }),
    })
  }
  for (const name of Object.keys(BUILT_IN_MODELS)) reportBuiltIn(context, name)
  return (name) => {
    const id = ids.get(name)
    return id === undefined ? name : ref(id)
  }
}

/** The other models that each waits for. Of models that refer to each other in a circle, the later one does not wait. */
function acyclic(names: readonly string[], referencesOf: (name: string) => readonly string[]): Map<string, string[]> {
  const waits = new Map<string, string[]>()
  const open = new Set<string>()
  const visit = (name: string): void => {
    if (waits.has(name) || open.has(name)) return
    open.add(name)
    const others = referencesOf(name).filter((other) => other !== name && names.includes(other))
    others.forEach(visit)
    waits.set(
      name,
      others.filter((other) => !open.has(other)),
    )
    open.delete(name)
  }
  names.forEach(visit)
  return waits
}

function reportBuiltIn({ api, names, parts }: ApiContext<RestApi>, name: string): void {
  const schema: JsonSchema | undefined = Object.hasOwn(api.models, name) ? api.models[name]?.schema : undefined
  if (schema === undefined) return
  const { $schema: _, title: __, type: ___, ...rest } = schema
  const isOwn = diffJson(rest, BUILT_IN_MODELS[name]).length > 0
  const message = isOwn
    ? `The model ${name} of ${api.name} is left out: every API has one of that name from the start, and CloudFormation cannot change it. Rename the model.`
    : `The model ${name} of ${api.name} is not written: every API has it from the start.`
  const severity = isOwn ? 'warning' : 'info'
  parts.report('export/not-carried', severity, names.pointer + pointerTo(['models', name]), message)
}

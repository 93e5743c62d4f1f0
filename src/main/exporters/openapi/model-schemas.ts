import { builtInSchema } from '@shared/design/built-in-model'
import type { Model } from '@shared/design/model'
import type { RestApi } from '@shared/design/rest-api'
import { pointerTo } from '@shared/diagnostic'
import type { WritableObject } from '../../documents/writable-value'
import { componentNames, freeName } from './component-names'
import { places } from './export-findings'
import type { OpenApiContext } from './openapi-context'
import { OpenApiSchema } from './openapi-schema'

const MODEL_REFERENCE = /^https?:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]*\/models\/([^/#?]+)$/

/** The models of an API as the document has them. */
export interface ModelSchemas {
  /** By name, for `components.schemas` or `definitions`. */
  readonly schemas: ReadonlyMap<string, WritableObject>
  /** "#/components/schemas/Order" for a body; undefined, and reported, when the API has no such model. */
  readonly referenceTo: (model: string, pointer: string) => string | undefined
  /** What a model is called in the document. */
  readonly nameOf: (model: string) => string
}

/** Writes the models, and those of the service that methods name without the API having one of its own. */
export function modelSchemas(context: OpenApiContext<RestApi>): ModelSchemas {
  const { api, version } = context
  const models = new Map(Object.entries(api.models))
  const taken = new Set<string>()
  const pointerOf = (name: string): string => context.pointer + pointerTo(['models', name])
  const names = new Map(componentNames(context, 'model', [...models.keys()], pointerOf, taken))
  const schemas = new Map<string, WritableObject>()
  const prefix = version === 'swagger2' ? '#/definitions/' : '#/components/schemas/'
  const known = (name: string): string | undefined => {
    const own = names.get(name)
    if (own !== undefined) return prefix + own
    const builtIn = builtInSchema(name)
    if (!builtIn || taken.has(name)) return undefined
    names.set(name, name)
    taken.add(name)
    schemas.set(name, builtIn as WritableObject)
    return prefix + name
  }
  const writer = new OpenApiSchema(context)
  for (const [name, model] of models) {
    const own = { name: names.get(name) ?? name, model, pointer: pointerOf(name) }
    writeModel(own, { context, writer, schemas, taken, prefix, known })
  }
  return {
    schemas,
    nameOf: (model) => names.get(model) ?? model,
    referenceTo: (model, pointer) => {
      const reference = known(model)
      if (reference === undefined) reportUnknown(context, model, pointer)
      return reference
    },
  }
}

interface NamedModel {
  readonly name: string
  readonly model: Model
  readonly pointer: string
}

interface Writing {
  readonly context: OpenApiContext<RestApi>
  readonly writer: OpenApiSchema
  readonly schemas: Map<string, WritableObject>
  readonly taken: Set<string>
  readonly prefix: string
  readonly known: (model: string) => string | undefined
}

/** The definitions inside of a schema become schemas of the document, because neither notation has any inside. */
function writeModel({ name, model, pointer }: NamedModel, writing: Writing): void {
  const { context, writer, schemas, taken, prefix } = writing
  if (model.contentType !== 'application/json') reportContentType(context, model, pointer)
  const definitions = Object.entries(recordOf(model.schema['definitions']))
  const places = new Map(
    definitions.map(([definition]) => [definition, freeName(`${name}${capitalised(definition)}`, taken)]),
  )
  const writeReference = (reference: string): string | undefined => {
    const [, modelName] = MODEL_REFERENCE.exec(reference) ?? []
    if (modelName !== undefined) return writing.known(modelName)
    if (reference === '#') return prefix + name
    const [, definition, ...deeper] = segmentsOf(reference)
    const place = definition === undefined ? undefined : places.get(definition)
    if (reference.startsWith('#/definitions/')) return deeper.length === 0 && place ? prefix + place : undefined
    return reference.startsWith('#/') && leadsSomewhere(model.schema, reference)
      ? `${prefix}${name}${reference.slice(1)}`
      : undefined
  }
  schemas.set(name, writer.convert(model.schema, `${pointer}/schema`, writeReference))
  for (const [definition, place] of places) {
    const schema = recordOf(model.schema['definitions'])[definition]
    schemas.set(
      place,
      writer.convert(schema, `${pointer}/schema${pointerTo(['definitions', definition])}`, writeReference),
    )
    context.findings.tally('definitions', pointer, {
      code: 'export/approximated',
      severity: 'info',
      message: (count) =>
        `${count === 1 ? 'A schema' : `${count} schemas`} under the "definitions" of models become models of their own, as in "${place}": the document has no definitions inside of schemas.`,
    })
  }
}

/** A reference into the middle of a schema must not go through what is written elsewhere. */
function leadsSomewhere(schema: unknown, reference: string): boolean {
  let value = schema
  for (const segment of segmentsOf(reference)) {
    if (segment === 'definitions' || typeof value !== 'object' || value === null) return false
    if (!Object.hasOwn(value, segment)) return false
    value = (value as Readonly<Record<string, unknown>>)[segment]
  }
  return true
}

function segmentsOf(reference: string): string[] {
  return reference
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}
}

function capitalised(word: string): string {
  const letters = word.replace(/[^A-Za-z0-9]/g, '')
  return letters.charAt(0).toUpperCase() + letters.slice(1)
}

function reportContentType({ findings }: OpenApiContext, { contentType }: Model, pointer: string): void {
  findings.tally(`content type ${contentType}`, `${pointer}/contentType`, {
    code: 'export/not-carried',
    severity: 'info',
    message: (count) =>
      `The content type ${contentType} of ${count === 1 ? '1 model' : `${count} models`} is left out: API Gateway makes JSON models of the schemas of a document. Bodies are checked the same way.`,
  })
}

function reportUnknown({ findings, api }: OpenApiContext, model: string, pointer: string): void {
  findings.tally(`model ${model}`, pointer, {
    code: 'export/not-carried',
    severity: 'error',
    message: (count) =>
      `The model "${model}" is named in ${places(count)} of ${api.name}, which has no such model; it is left out there. Add the model, or choose another.`,
  })
}

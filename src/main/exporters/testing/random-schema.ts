import type { JsonSchema, Model } from '@shared/design/model'
import type { Random } from '../../project-format/testing/random'
import { maybe, randomText } from './random-parts'

const NAMES = ['Order', 'OrderItem', 'Pet', 'ErrorBody'] as const
const REFERENCE = 'https://apigateway.amazonaws.com/restapis/{restApiId}/models/'

/** Models that refer to each other through properties and items. */
export function randomModels(random: Random, isForOpenApi: boolean): Readonly<Record<string, Model>> {
  const names = NAMES.slice(0, random.below(NAMES.length + 1))
  return Object.fromEntries(
    names.map((name): [string, Model] => [
      name,
      {
        contentType: 'application/json',
        ...(random.chance(0.3) && { description: randomText(random) }),
        schema: objectSchema(random, { names, isForOpenApi, depth: 3 }),
      },
    ]),
  )
}

interface SchemaPlan {
  /** Models that there are. */
  readonly names: readonly string[]
  readonly isForOpenApi: boolean
  readonly depth: number
}

/** A draft-04 schema. */
function randomSchema(random: Random, plan: SchemaPlan): JsonSchema {
  const inner = { ...plan, depth: plan.depth - 1 }
  const kinds = ['text', 'number', 'flag', ...(plan.depth > 0 ? ['object', 'list', 'model', 'combined', 'any'] : [])]
  switch (random.pick(kinds)) {
    case 'text':
      return textSchema(random)
    case 'number':
      return numberSchema(random)
    case 'object':
      return objectSchema(random, inner)
    case 'list':
      return listSchema(random, inner)
    case 'model':
      return plan.names.length > 0 ? { $ref: REFERENCE + random.pick(plan.names) } : {}
    case 'combined':
      return combinedSchema(random, inner)
    case 'any':
      return {}
    default:
      return { type: 'boolean', ...(random.chance(0.3) && { default: true }) }
  }
}

function textSchema(random: Random): JsonSchema {
  return {
    type: random.chance(0.2) ? ['string', 'null'] : 'string',
    ...maybe<Record<'description' | 'format' | 'minLength' | 'maxLength' | 'pattern', unknown>>(random, {
      description: () => randomText(random),
      format: () => 'date-time',
      minLength: () => random.below(5),
      maxLength: () => 5 + random.below(5),
      pattern: () => '^[a-z]+\\d*$',
    }),
  }
}

function numberSchema(random: Random): JsonSchema {
  if (random.chance(0.2)) return { type: 'integer', enum: [1, 2, 3] }
  return {
    type: random.pick(['number', 'integer']),
    ...(random.chance(0.5) && { minimum: random.below(9), ...(random.chance(0.5) && { exclusiveMinimum: true }) }),
    ...(random.chance(0.3) && { multipleOf: 0.5 }),
  }
}

function objectSchema(random: Random, plan: SchemaPlan): JsonSchema {
  const properties = ['id', 'items', 'a name', 'required'].slice(0, random.below(5))
  return {
    type: 'object',
    ...(random.chance(0.5) && { title: randomText(random) }),
    ...(properties.length > 0 && {
      properties: Object.fromEntries(properties.map((name) => [name, randomSchema(random, plan)])),
    }),
    ...(properties.length > 0 && random.chance(0.5) && { required: properties.slice(0, 1) }),
    ...(random.chance(0.3) && { additionalProperties: random.chance(0.5) ? false : randomSchema(random, plan) }),
    ...(random.chance(0.2) && { maxProperties: 9 }),
    ...(!plan.isForOpenApi && random.chance(0.2) && { patternProperties: { '^x-': { type: 'string' } } }),
  }
}

function listSchema(random: Random, plan: SchemaPlan): JsonSchema {
  return {
    type: 'array',
    items: randomSchema(random, plan),
    ...(random.chance(0.3) && { uniqueItems: true }),
    ...(!plan.isForOpenApi && random.chance(0.3) && { minItems: 1, maxItems: 50 }),
  }
}

function combinedSchema(random: Random, plan: SchemaPlan): JsonSchema {
  if (random.chance(0.2)) return { not: randomSchema(random, plan) }
  const schemas = [randomSchema(random, plan), randomSchema(random, plan)]
  return { [random.pick(['allOf', 'anyOf', 'oneOf'])]: schemas }
}

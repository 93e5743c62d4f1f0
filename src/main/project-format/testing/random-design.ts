import { definitionOf } from '@shared/design/definition-of'
import type { Design } from '@shared/design/design'
import type { JsonValue } from '../../documents/source-tree'
import type { Property, Shape, StructShape } from '../shape'
import { projectShape, type WrittenProject } from '../shapes/project.shape'
import type { Random } from './random'
import { nastyText } from './random-text'

/** A design with any of everything that its types allow, at random. */
export function randomDesign(random: Random): Design {
  // Made from the shapes, which compile only if they cover the design's types.
  const { gatewright: _, ...design } = randomStruct(projectShape, random) as unknown as WrittenProject
  const apis = design.apis.map((api) => {
    if (api.protocolType !== 'REST') return api
    const current = definitionOf(api)
    const deployments = api.deployments.map((deployment) =>
      random.chance(0.5) ? { ...deployment, definition: current } : deployment,
    )
    return { ...api, deployments }
  })
  return { ...design, apis }
}

/** A copy of a JSON value in which some members are changed, removed, added or moved, as far as its shape allows. */
export function changedAtRandom(shape: Shape, value: JsonValue, random: Random): JsonValue {
  if (random.chance(shape.kind === 'anything' ? 0.3 : 0.05)) return randomValue(shape, random)
  if (shape.kind === 'list' && Array.isArray(value)) {
    const items = value
      .filter(() => random.chance(0.9))
      .map((item: JsonValue) => changedAtRandom(shape.of, item, random))
    if (random.chance(0.2)) items.splice(random.below(items.length + 1), 0, randomValue(shape.of, random))
    return random.chance(0.1) ? items.reverse() : items
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const members = Object.entries(value)
  if (shape.kind === 'record') {
    const kept = members
      .filter(() => random.chance(0.9))
      .map(([key, member]) => [key, changedAtRandom(shape.of, member, random)])
    if (random.chance(0.2)) kept.push([recordKey(shape.keys, random), randomValue(shape.of, random)])
    return Object.fromEntries(random.chance(0.1) ? kept.reverse() : kept)
  }
  if (shape.kind !== 'struct') return value
  const changed = members.flatMap(([key, member]) => {
    const property = shape.properties[key]
    if (!property) return [[key, member]]
    const isGone = property.presence === 'optional' && !property.isInDesign && random.chance(0.1)
    return isGone ? [] : [[key, changedAtRandom(property.shape, member, random)]]
  })
  return withOneOf(shape, Object.fromEntries(changed), random)
}

function randomValue(shape: Shape, random: Random): JsonValue {
  switch (shape.kind) {
    case 'text':
      if (shape.isNullable && random.chance(0.3)) return null
      return shape.values ? random.pick(shape.values) : nastyText(random)
    case 'number':
      return random.pick([0, 1, 500, 0.25, -3, 1e21, 1e-7, 29_000])
    case 'flag':
      return shape.isAlwaysTrue === true || random.chance(0.5)
    case 'anything':
      return random.pick<JsonValue>([
        null,
        true,
        5,
        nastyText(random),
        [],
        {},
        [nastyText(random), [1]],
        { a: { b: nastyText(random) } },
      ])
    case 'list':
      return random.times(3, () => randomValue(shape.of, random))
    case 'oneOrMore':
      return random.chance(0.5) ? randomValue(shape.of, random) : random.times(2, () => randomValue(shape.of, random))
    case 'record':
      return Object.fromEntries(random.times(3, () => [recordKey(shape.keys, random), randomValue(shape.of, random)]))
    case 'union':
      return randomStruct(random.pick(Object.values(shape.cases)), random)
    case 'struct':
      return randomStruct(shape, random)
  }
}

function recordKey(keys: readonly string[] | undefined, random: Random): string {
  return keys ? random.pick(keys) : nastyText(random)
}

function randomStruct(shape: StructShape, random: Random): { [key: string]: JsonValue } {
  const isThere = (property: Property): boolean =>
    property.presence === 'present' || property.isInDesign === true || random.chance(0.4)
  const members = Object.entries(shape.properties).filter(([, property]) => isThere(property))
  const value = Object.fromEntries(members.map(([key, property]) => [key, memberValue(property, random)]))
  return withOneOf(shape, value, random)
}

/** With one of the keys of which one must be there. */
function withOneOf(
  shape: StructShape,
  value: { [key: string]: JsonValue },
  random: Random,
): { [key: string]: JsonValue } {
  const { oneOf } = shape
  if (!oneOf || oneOf.some((key) => Object.hasOwn(value, key))) return value
  const key = random.pick(oneOf)
  const property = shape.properties[key]
  return property ? { ...value, [key]: memberValue(property, random) } : value
}

/** Defaults come up often enough to be left out. */
function memberValue(property: Property, random: Random): JsonValue {
  const fallback = property.presence === 'present' ? property.fallback : undefined
  return fallback !== undefined && random.chance(0.4) ? fallback : randomValue(property.shape, random)
}

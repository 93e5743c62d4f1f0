import { expect, test } from 'vitest'
import { compareDesigns } from '@shared/design/compare/compare-designs'
import type { Design } from '@shared/design/design'
import type { JsonValue } from '../documents/source-tree'
import type { Shape, StructShape } from '../project-format/shape'
import { Random } from '../project-format/testing/random'
import { randomDesign } from '../project-format/testing/random-design'
import { projectShape } from '../project-format/shapes/project.shape'

/** A value with every member that its shape has, each text its own. */
function filled(shape: Shape, path: string): JsonValue {
  switch (shape.kind) {
    case 'text':
      return shape.values?.at(-1) ?? path
    case 'number':
      return 7
    case 'flag':
      return true
    case 'anything':
      return path
    case 'list':
      return shape.of.kind === 'union'
        ? Object.values(shape.of.cases).map((each, index) => filledStruct(each, `${path}/${index}`))
        : [filled(shape.of, `${path}/0`)]
    case 'oneOrMore':
      return [filled(shape.of, `${path}/0`)]
    case 'record':
      return Object.fromEntries(
        (shape.keys?.slice(-1) ?? ['key']).map((key) => [key, filled(shape.of, `${path}/${key}`)]),
      )
    case 'union':
      return Object.values(shape.cases).map((each) => filledStruct(each, path))[0] ?? null
    case 'struct':
      return filledStruct(shape, path)
  }
}

function filledStruct(shape: StructShape, path: string): JsonValue {
  const members = Object.entries(shape.properties).map(([name, { shape: of }]) => [name, filled(of, `${path}/${name}`)])
  return { ...Object.fromEntries(members), ...tagOf(shape) }
}

/** Which case of its union a struct is, as its one allowed word says. */
function tagOf(shape: StructShape): Record<string, string> {
  const tags = Object.entries(shape.properties).flatMap(([name, { shape: of }]) =>
    of.kind === 'text' && of.values?.length === 1 ? [[name, of.values[0] ?? '']] : [],
  )
  return Object.fromEntries(tags)
}

/** Every reference of the filled design leads to what the design has. */
function filledDesign(): Design {
  const { gatewright: _, ...made } = filled(projectShape, '') as unknown as Design & { gatewright: number }
  return JSON.parse(
    JSON.stringify(made, (name: string, value: unknown) => {
      if (name === 'target' || name === 'authorizerId' || name === 'requestValidatorId') return 'key'
      if (name === 'resources') return { '/orders': (value as Record<string, unknown>)['key'] }
      return value
    }),
  ) as Design
}

type Path = readonly (string | number)[]

function leavesOf(value: unknown, path: Path = []): { readonly path: Path; readonly value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  return Object.entries(value).flatMap(([name, member]) =>
    leavesOf(member, [...path, Array.isArray(value) ? Number(name) : name]),
  )
}

function withLeaf(value: unknown, [name, ...rest]: Path, leaf: unknown): unknown {
  if (name === undefined) return leaf
  if (Array.isArray(value)) return value.map((item, index) => (index === name ? withLeaf(item, rest, leaf) : item))
  const record = value as Readonly<Record<string, unknown>>
  return { ...record, [name]: withLeaf(record[name], rest, leaf) }
}

function otherLeaf(value: unknown): unknown {
  if (typeof value === 'boolean') return !value
  return typeof value === 'number' ? value + 1 : `${String(value)} other`
}

/** What does not count, whatever its value. */
const NOT_COMPARED = [
  // Ids are references only.
  /^\/apis\/\d+\/id$/,
  /^\/(usagePlans|apiKeys)\/\d+\/id$/,
  /^\/apis\/0\/deployments\/\d+\/id$/,
  // Another type is another API.
  /^\/apis\/\d+\/protocolType$/,
  // Of a deployment only what a stage shows counts, not when it was made.
  /^\/apis\/0\/deployments\/\d+\/createdDate$/,
  // What plays targets on this computer is not deployed.
  /^\/apis\/0\/deployments\/.*\/(handler|backend|fault)$/,
]

test('a change of any leaf of a design that has everything is a change', () => {
  const design = withDeployment(filledDesign())
  const unseen = leavesOf(design)
    .map(({ path, value }) => ({
      at: `/${path.join('/')}`,
      changed: withLeaf(design, path, otherLeaf(value)) as Design,
    }))
    .filter(({ at }) => !NOT_COMPARED.some((pattern) => pattern.test(at)))
    .filter(({ changed }) => compareDesigns(design, changed).length === 0)
    .map(({ at }) => at)
  expect(unseen).toEqual([])
})

/** The stage and its canary show deployments that the API has. */
function withDeployment(design: Design): Design {
  const apis = design.apis.map((api) => {
    if (api.protocolType !== 'REST') return api
    const [deployment] = api.deployments
    const deploymentId = deployment?.id ?? ''
    const stages = Object.fromEntries(
      Object.entries(api.stages).map(([name, stage]) => {
        const canarySettings = { percentTraffic: 7, ...stage.canarySettings, deploymentId }
        return [name, { ...stage, deploymentId, canarySettings }]
      }),
    )
    return { ...api, stages }
  })
  return { ...design, apis }
}

/** The same design with other ids, where nothing else says the same. */
function withOtherIds(design: Design): Design {
  const apiIds = new Map(design.apis.map(({ id }, index) => [id, `id ${index} of an API`]))
  const keyIds = new Map(design.apiKeys.map(({ id }, index) => [id, `id ${index} of a key`]))
  const apis = design.apis.map((api) => ({ ...api, id: apiIds.get(api.id) ?? '' }))
  const apiKeys = design.apiKeys.map((key) => ({ ...key, id: keyIds.get(key.id) ?? '' }))
  const usagePlans = design.usagePlans.map((plan, index) => ({
    ...plan,
    id: `id ${index} of a plan`,
    apiStages: plan.apiStages.map((stage) => ({ ...stage, apiId: apiIds.get(stage.apiId) ?? stage.apiId })),
    keyIds: plan.keyIds.map((id) => keyIds.get(id) ?? id),
  }))
  const domainNames = design.domainNames.map((domain) => ({
    ...domain,
    basePathMappings: domain.basePathMappings.map((each) => ({ ...each, apiId: apiIds.get(each.apiId) ?? each.apiId })),
  }))
  return { ...design, apis, apiKeys, usagePlans, domainNames, scenarios: [], requests: [], templates: {} }
}

test('whatever a design holds, it is the same as its copy, and as itself with other ids', () => {
  const random = new Random(11)
  for (const _ of Array.from({ length: 30 })) {
    const design = randomDesign(random)
    expect(compareDesigns(design, structuredClone(design))).toEqual([])
    const deployed = { ...design, scenarios: [], requests: [], templates: {} }
    expect(compareDesigns(deployed, withOtherIds(deployed))).toEqual([])
  }
})

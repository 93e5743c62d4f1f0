import { emptyDesign } from '@shared/design/new-design'
import { callOperation, type OperationResult } from '../call-operation'
import { controlPlaneFor, type ControlPlane } from '../control-plane'
import { isRecord, type JsonRecord } from '../json-record'
import type { DocumentPort, Note } from '../operation-handler'
import { operationsOf } from '../operations/all-operations'
import type { ServiceName, Shape } from '../operations/operation'
import { valueProblem } from '../value-problem'

/** A management API for tests. Every answer is held to its shape. */
export class World {
  state: ControlPlane = controlPlaneFor(emptyDesign('world'), '2026-01-02T03:04:05Z')
  notes: readonly Note[] = []

  constructor(
    private readonly service: ServiceName,
    private readonly documents: DocumentPort = { readApi: () => ({ api: null, warnings: [], errors: [] }) },
  ) {}

  call(name: string, values: JsonRecord = {}): OperationResult {
    const operation = operationsOf(this.service).get(name)
    if (operation === undefined) throw new RangeError(`There is no operation ${name}`)
    const entries = Object.entries(values).map(([key, value]) => {
      const member = operation.members.find(({ clientName, name: own }) => clientName === key || own === key)
      return [member?.name ?? key, value]
    })
    const result = callOperation(this.state, operation, Object.fromEntries(entries) as JsonRecord, this.documents)
    if (result.kind !== 'done') return result
    this.state = result.state
    this.notes = result.notes
    const misfit =
      operation.output === null ? result.output && 'an answer' : misfitOf(result.output, operation.output, name)
    if (misfit) throw new RangeError(misfit)
    return result
  }

  /** The answer of an operation that must succeed. */
  done(name: string, values: JsonRecord = {}): JsonRecord {
    const result = this.call(name, values)
    if (result.kind === 'done') return result.output ?? {}
    throw new RangeError(`${name} was ${result.kind === 'refused' ? `refused: ${result.error.message}` : 'not played'}`)
  }

  /** Status and message of an operation that must be refused, and the start of the hint. */
  refused(name: string, values: JsonRecord = {}): readonly unknown[] {
    const result = this.call(name, values)
    if (result.kind !== 'refused') return [result.kind]
    return [result.error.status, result.error.message]
  }

  hint(name: string, values: JsonRecord = {}): string | undefined {
    const result = this.call(name, values)
    return result.kind === 'refused' ? result.error.hint : undefined
  }
}

/** A member of an answer that its shape does not have, or that has another type. */
function misfitOf(value: unknown, shape: Shape, place: string): string | null {
  if (value === null) return `${place} has no answer`
  return valueProblem(value, asAnswer(shape), place)?.message ?? unknownMember(value, shape, place)
}

/** In answers no member is required. */
function asAnswer(shape: Shape): Shape {
  return shape.kind === 'structure'
    ? { ...shape, members: shape.members.map((member) => ({ ...member, isRequired: false })) }
    : shape
}

function unknownMember(value: unknown, shape: Shape, place: string): string | null {
  if (shape.kind === 'list' && Array.isArray(value))
    return first(value.map((item) => unknownMember(item, shape.of, `${place}[]`)))
  if (!isRecord(value)) return null
  if (shape.kind === 'map')
    return first(Object.values(value).map((item) => unknownMember(item, shape.of, `${place}{}`)))
  if (shape.kind !== 'structure') return null
  return first(
    Object.entries(value).map(([key, item]) => {
      const member = shape.members.find(({ name }) => name === key)
      return member === undefined
        ? `${place} has no member ${key}`
        : unknownMember(item, member.shape, `${place}.${key}`)
    }),
  )
}

function first(problems: readonly (string | null)[]): string | null {
  return problems.find((problem) => problem !== null) ?? null
}

/** A REST API with the resource /test and a MOCK method GET, deployed to dev. */
export function deployed(world: World) {
  const { id, rootResourceId } = world.done('CreateRestApi', { name: 'orders' })
  const restApiId = String(id)
  const parentId = String(rootResourceId)
  const resourceId = String(world.done('CreateResource', { restApiId, parentId, pathPart: 'test' })['id'])
  const method = { restApiId, resourceId, httpMethod: 'GET' }
  world.done('PutMethod', { ...method, authorizationType: 'NONE' })
  world.done('PutIntegration', { ...method, type: 'MOCK' })
  const deploymentId = String(world.done('CreateDeployment', { restApiId, stageName: 'dev' })['id'])
  return { restApiId, parentId, resourceId, deploymentId, method }
}

import { membersAt, type Members } from '../members'
import { isRecord, type Place } from '../json-place'
import type { OpenApiContext } from './openapi-context'
import type { Operation } from './path-items'

/** The parameters of one operation, its own before those of its path. */
export interface Parameters {
  /** "method.request.querystring.status": whether it is required. */
  readonly requestParameters: Readonly<Record<string, boolean>>
  /** Swagger's `in: body`; undefined when there is none. */
  readonly body: Members | undefined
}

const EXPRESSIONS: ReadonlyMap<string, string> = new Map([
  ['path', 'method.request.path.'],
  ['query', 'method.request.querystring.'],
  ['header', 'method.request.header.'],
])

const PLACES = ['path', 'query', 'header', 'cookie', 'body', 'formData'] as const
const DOCUMENTATION = ['description', 'example', 'examples', 'deprecated'] as const
/** What a parameter's value looks like: never checked. */
export const SHAPE: ReadonlySet<string> = new Set([
  'schema',
  'content',
  'style',
  'explode',
  'allowReserved',
  'allowEmptyValue',
  'type',
  'format',
  'items',
  'collectionFormat',
  'default',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'enum',
  'multipleOf',
])

interface Parameter {
  readonly key: string
  readonly name: string
  readonly where: string
  readonly members: Members
}

/** Source: rest-api.md 17.2 (parameters), 8 (only presence is checked). */
export function readParameters(context: OpenApiContext, operation: Operation): Parameters {
  const own = readAll(context, operation, operation.members.list('parameters') ?? [])
  const shared = readAll(context, operation, operation.sharedParameters)
  const ownKeys = new Set(shared.length === 0 ? [] : own.map(({ key }) => key))
  const all = shared.length === 0 ? own : [...shared.filter(({ key }) => !ownKeys.has(key)), ...own]
  reportRepeatedNames(context, operation, all)
  const requestParameters: Record<string, boolean> = {}
  for (const parameter of all) readParameter(context, parameter, requestParameters)
  return { requestParameters, body: all.find(({ where }) => where === 'body')?.members }
}

function readAll(context: OpenApiContext, operation: Operation, places: readonly Place[]): Parameter[] {
  const parameters: Parameter[] = []
  for (const place of places) {
    const parameter = open(context, operation, place)
    if (parameter) parameters.push(parameter)
  }
  return parameters
}

function open(context: OpenApiContext, operation: Operation, place: Place): Parameter | undefined {
  const target = context.references.resolve(place)
  const written = target && isRecord(target.value) ? target.value['name'] : undefined
  const label = typeof written === 'string' ? `the parameter "${written}"` : 'a parameter'
  const members = target && membersAt(target, `${label} of ${operation.label}`, context.findings)
  const name = members?.text('name')
  const where = members?.oneOf('in', PLACES)
  if (!members) return undefined
  if (name !== undefined && where !== undefined) return { key: `${where} ${name}`, name, where, members }
  const message = `A parameter of ${operation.label} is left out: it needs a "name" and an "in".`
  context.findings.report('import/wrong-type', 'error', members.pointer, message)
  return undefined
}

/** Adds what the service keeps of a parameter: whether it is required. */
function readParameter(context: OpenApiContext, parameter: Parameter, result: Record<string, boolean>): void {
  const { name, where, members } = parameter
  const required = members.flag('required') ?? false
  const expression = EXPRESSIONS.get(where)
  members.skipDocumentation(...DOCUMENTATION)
  if (expression === undefined) {
    if (where !== 'body') reportNotCarried(context, parameter)
    return
  }
  if (members.skipAny(SHAPE)) context.findings.tally('import/parameter-schema-dropped', '', members.pointer)
  members.finish()
  result[expression + name] = required
}

function reportNotCarried(context: OpenApiContext, { members, where }: Parameter): void {
  const why =
    where === 'cookie'
      ? 'API Gateway sees cookies only as the header "Cookie". Declare that header instead.'
      : 'API Gateway does not look into form bodies. Describe the body by a model instead.'
  members.skip(...Object.keys(members.record))
  context.findings.report('import/not-carried', 'warning', members.pointer, `${members.label} is left out: ${why}`)
}

/** The service refuses one name in two places of a request. Source: rest-api.md 1.1 (recorded). */
function reportRepeatedNames(context: OpenApiContext, operation: Operation, parameters: readonly Parameter[]): void {
  if (parameters.length < 2) return
  const where = new Map<string, string>()
  for (const { name, where: place, members } of parameters.filter((each) => EXPRESSIONS.has(each.where))) {
    const other = where.get(name)
    if (other === undefined) where.set(name, place)
    else if (other !== place) {
      const message = `${operation.label} has the parameter "${name}" in ${other} and in ${place}: Parameter names must be unique across querystring, header and path. Rename one before deploying.`
      context.findings.report('import/parameter-name-repeated', 'warning', members.pointer, message)
    }
  }
}

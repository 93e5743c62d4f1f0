import type { Findings } from '../findings'
import type { ImportOptions } from '../import-options'
import type { JsonRecord } from '../json-place'
import { pointerSegment } from '@shared/diagnostic'
import { stackOf } from '../template/stack'
import type { Template, TemplateResource } from '../template/template'
import type { ApiEvent } from './api-event'
import { applyGlobals, sourceOf } from './api-sources'
import { expandFunction } from './compute/expand-function'
import { addOtherEvents } from './compute/other-events'
import { expandStateMachine } from './compute/expand-state-machine'
import { addRoutes } from './add-routes'
import { addMethod } from './definition'
import { readGlobals, withGlobals, withoutIgnored, type Globals } from './globals'
import { expandHttpApi } from './http/http-api'
import { readHttpEvents } from './http/http-events'
import { copyRecord } from './mutable-json'
import { readRestEvents } from './rest/rest-events'
import { expandRestApi } from './rest/rest-api'
import { addSharedUsagePlan, newSharedUsagePlan } from './rest/usage-plan'
import { withMadeIds } from './rewrite-references'
import type { SamContext } from './sam-context'
import { readEvents } from './sam-events'
import { SourcePointers } from './source-pointers'
import { expandWebSocketApi } from './websocket/websocket-api'

const FUNCTION = 'AWS::Serverless::Function'
const STATE_MACHINE = 'AWS::Serverless::StateMachine'
const REST_API = 'AWS::Serverless::Api'
const HTTP_API = 'AWS::Serverless::HttpApi'
const WEB_SOCKET_API = 'AWS::Serverless::WebSocketApi'

/**
 * Replaces the resources of SAM that are about APIs by those of CloudFormation that its transform makes. Other resources of SAM stand as they
 * are. What the transform refuses is reported, and the rest is made all the same. Source: SAM Developer Guide, "AWS SAM resource and property
 * reference" and "Generated AWS CloudFormation resources".
 */
export function expandSam(template: Template, findings: Findings, options: ImportOptions): Template {
  const globals = readGlobals(template.globals, findings)
  const context = newContext(template, globals, findings, options)
  const events = collectEvents(context)
  applyAllGlobals(context, globals)
  reserveRoutes(context, events)
  addRoutes(context, events)
  const implicit = new Set(
    [...context.restApis, ...context.httpApis].flatMap(([id, api]) => (api.isImplicit ? [id] : [])),
  )
  const shared = newSharedUsagePlan()
  for (const resource of context.resources.values()) {
    if (!implicit.has(resource.logicalId)) expandResource(context, resource, shared)
  }
  for (const source of context.restApis.values()) if (source.isImplicit) expandRestApi(context, source, shared)
  for (const source of context.httpApis.values()) if (source.isImplicit) expandHttpApi(context, source)
  addSharedUsagePlan(context, shared)
  addStageAliases(context)
  return expanded(template, context)
}

function newContext(template: Template, globals: Globals, findings: Findings, options: ImportOptions): SamContext {
  const pointers = new SourcePointers()
  const resources = new Map(
    [...template.resources].map(([id, resource]) => [id, withItsGlobals(resource, globals, pointers)]),
  )
  const apisOf = (type: string) =>
    [...resources.values()].flatMap((resource) =>
      resource.type === type ? [[resource.logicalId, sourceOf(resource)] as const] : [],
    )
  return {
    findings,
    options,
    stack: stackOf(options),
    pointers,
    resources,
    leftOut: template.leftOut ?? new Map(),
    restApis: new Map(apisOf(REST_API)),
    httpApis: new Map(apisOf(HTTP_API)),
    madeIds: new Map(),
    made: [],
  }
}

/** REST and HTTP APIs get theirs once the events have been added to what is their own. */
function withItsGlobals(resource: TemplateResource, globals: Globals, pointers: SourcePointers): TemplateResource {
  const section = withoutIgnored(globals.get(resource.type), resource.ignoreGlobals)
  if (!section) return resource
  pointToGlobals(pointers, resource, resource.type, section)
  if (resource.type === REST_API || resource.type === HTTP_API) return resource
  return { ...resource, properties: copyRecord(withGlobals(section, resource.properties)) }
}

/** Members that a resource has from its section only are found in the text there. */
function pointToGlobals(
  pointers: SourcePointers,
  { pointer, properties }: Pick<TemplateResource, 'pointer' | 'properties'>,
  type: string,
  section: JsonRecord,
): void {
  const name = type.slice('AWS::Serverless::'.length)
  for (const member of Object.keys(section)) {
    if (Object.hasOwn(properties, member)) continue
    const segment = pointerSegment(member)
    pointers.moved(`${pointer}/Properties/${segment}`, `/Globals/${name}/${segment}`)
  }
}

/** Gives the APIs their Globals, and a definition to those that have none. */
function applyAllGlobals(context: SamContext, globals: Globals): void {
  for (const [sources, type] of [
    [context.restApis, REST_API],
    [context.httpApis, HTTP_API],
  ] as const) {
    for (const source of sources.values()) {
      if (source.isImplicit) pointToGlobals(context.pointers, source, type, globals.get(type) ?? {})
      applyGlobals(source, globals, type, context.stack.name)
    }
  }
}

/** All events that give APIs routes, in the order of the text. */
function collectEvents(context: SamContext): ApiEvent[] {
  const collected: ApiEvent[] = []
  for (const resource of context.resources.values()) {
    const isFunction = resource.type === FUNCTION
    if (!isFunction && resource.type !== STATE_MACHINE) continue
    const events = readEvents(context, resource)
    addOtherEvents(context, resource, events, isFunction ? ['Api', 'HttpApi'] : ['Api'])
    collected.push(...readRestEvents(context, resource, events))
    if (isFunction) collected.push(...readHttpEvents(context, resource, events))
  }
  return collected
}

/** Every path and method stands in the definitions before the first is filled, so that policies and preflights see all of them. */
function reserveRoutes(context: SamContext, events: readonly ApiEvent[]): void {
  for (const { type, apiId, path, method } of events) {
    const source = (type === 'Api' ? context.restApis : context.httpApis).get(apiId)
    if (source?.isManaged && source.definition) addMethod(source.definition, path, method)
  }
}

function expandResource(
  context: SamContext,
  resource: TemplateResource,
  shared: ReturnType<typeof newSharedUsagePlan>,
): void {
  const rest = context.restApis.get(resource.logicalId)
  const http = context.httpApis.get(resource.logicalId)
  if (rest) expandRestApi(context, rest, shared)
  else if (http) expandHttpApi(context, http)
  else if (resource.type === FUNCTION) expandFunction(context, resource)
  else if (resource.type === STATE_MACHINE) expandStateMachine(context, resource)
  else if (resource.type === WEB_SOCKET_API) expandWebSocketApi(context, resource)
  else context.made.push(resource)
}

/** SAM calls the stage "MyApiStage" where a template names it by a parameter, whose value stands there by now. */
function addStageAliases(context: SamContext): void {
  const made = new Set(context.made.map(({ logicalId }) => logicalId))
  for (const [name, id] of context.madeIds) {
    const alias = name.replace(/\.Stage$/, 'Stage')
    if (alias !== name && !made.has(alias)) context.madeIds.set(alias, id)
  }
}

/** What the template writes itself holds against what SAM would make under the same id. */
function expanded(template: Template, context: SamContext): Template {
  const resources = new Map<string, TemplateResource>()
  for (const resource of context.made) {
    const { logicalId } = resource
    const isWritten = resource.isMadeBySam === true && template.resources.has(logicalId)
    if (!isWritten || resource.type.startsWith('AWS::ApiGateway'))
      resources.set(logicalId, withMadeIds(resource, context.madeIds))
  }
  const { globals: _globals, ...rest } = template
  return {
    ...rest,
    resources,
    sourcePointer: (pointer) => template.sourcePointer(context.pointers.placeOf(pointer)),
  }
}

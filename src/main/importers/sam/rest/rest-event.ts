import { pointerTo } from '@shared/diagnostic'
import type { ApiEvent } from '../api-event'
import { propertyOf, type ApiSource } from '../api-source'
import {
  addMethod,
  hasIntegration,
  INTEGRATION,
  isDefinition,
  methodAt,
  methodName,
  pathsOf,
  verbOf,
} from '../definition'
import { isMutable, ownMember, setMember, type MutableRecord } from '../mutable-json'
import { refuse, say, type SamContext } from '../sam-context'
import { addEventAuth } from './event-auth'
import { addRequestModel } from './request-model'
import { addRequestParameters } from './request-parameters'

/** What a function or a state machine puts behind a route. */
export interface RestTarget {
  readonly integration: MutableRecord
  /** `responses` of the operation, when it has none of its own. */
  readonly responses?: MutableRecord
}

/**
 * Adds the route of an event to its API. An API with a definition of its own takes it only with `MergeDefinitions`; without, the event is
 * but a permission. Source: SAM Developer Guide, "Api" event and "AWS::Serverless::Api", MergeDefinitions.
 */
export function addRestEvent(context: SamContext, source: ApiSource, event: ApiEvent, target: RestTarget): void {
  const { definition } = source
  if (source.isManaged) {
    if (!definition) return
    addRoute(context, source, definition, event, target)
  } else if (propertyOf(source, 'MergeDefinitions') === true && event.owner.type === 'AWS::Serverless::Function') {
    mergeRoute(context, source, event, target)
  } else {
    overrideAuth(context, source, event)
    reportUnknownRoute(context, source, event)
  }
}

function addRoute(
  context: SamContext,
  source: ApiSource,
  definition: MutableRecord,
  event: ApiEvent,
  target: RestTarget,
): void {
  if (hasIntegration(methodAt(definition, event.path, event.method))) {
    const message = `${event.label} repeats ${verbOf(event.method)} ${event.path} of ${source.logicalId} and is left out. Give it another path or method.`
    refuse(context, event.pointer, message)
    return
  }
  const method = addMethod(definition, event.path, event.method)
  setMember(method, INTEGRATION, target.integration)
  if (target.responses && !isMutable(ownMember(method, 'responses'))) setMember(method, 'responses', target.responses)
  pointToEvent(context, source, event)
  addEventAuth(context, source, definition, event, method)
  addRequestModel(context, source, definition, event, method)
  addRequestParameters(context, event, method)
}

/** Methods that events made are found in the text at their event. */
function pointToEvent(context: SamContext, source: ApiSource, event: ApiEvent): void {
  const path = `${source.pointer}/Properties/Body${pointerTo(['paths', event.path])}`
  if (source.isManaged) context.pointers.firstCause(path, event.pointer)
  context.pointers.cause(path + pointerTo([methodName(event.method)]), event.pointer)
}

/** The route is made for itself and laid over what the definition has at that place; without `paths` it goes nowhere. */
function mergeRoute(context: SamContext, source: ApiSource, event: ApiEvent, target: RestTarget): void {
  const own = source.definition
  const paths = ownMember(own, 'paths')
  if (!own || !isMutable(paths)) {
    const message = `${event.label} is left out: the definition of ${source.logicalId} has no "paths" to merge ${verbOf(event.method)} ${event.path} into. Give it paths: {}.`
    refuse(context, event.pointer, message)
    return
  }
  const version = ownMember(own, 'swagger') === undefined ? { openapi: ownMember(own, 'openapi') } : { swagger: '2.0' }
  const made: MutableRecord = { ...version, paths: {} }
  addRoute(context, source, made, event, target)
  const method = methodAt(made, event.path, event.method)
  if (!method) return
  const existing = addMethod(own, event.path, event.method)
  for (const [name, value] of Object.entries(method)) setMember(existing, name, value)
}

function overrideAuth(context: SamContext, source: ApiSource, event: ApiEvent): void {
  const { definition } = source
  if (!isDefinition(definition) || ownMember(ownMember(event.properties, 'Auth'), 'OverrideApiAuth') !== true) return
  const method = methodAt(definition, event.path, event.method)
  if (method) addEventAuth(context, source, definition, event, method)
}

/** Without a route of its own in the definition the event reaches nothing. */
function reportUnknownRoute(context: SamContext, source: ApiSource, event: ApiEvent): void {
  const { definition } = source
  if (!isDefinition(definition) || methodAt(definition, event.path, event.method)) return
  const wanted = [methodName(event.method), methodName('any')]
  if (pathsOf(definition).some(([path, item]) => path === event.path && wanted.some((name) => name in item))) return
  const message = `${event.label} is for ${verbOf(event.method)} ${event.path}, which the definition of ${source.logicalId} does not have; SAM adds none to a definition that is written out. Add it there, or set MergeDefinitions: true.`
  say(context, 'import/not-carried', 'warning', event.pointer, message)
}

import { pointerTo } from '../diagnostic'
import { diffJson, type JsonDifference } from './diff-json'
import { memberOf } from './edits/update-in'
import { memberName } from './member-name'
import type { Method } from './method'
import { VERBS } from './method'
import { movingDeploymentId } from './moving-deployment-id'
import type { Resource, RestApi, RestApiDefinition } from './rest-api'
import { routeKeyOf } from './route-key'

/** One edit that callers do not see yet, in one line. */
export interface DesignChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** JSON pointer into the API, as in "/resources/~1orders/methods/POST/authorizerId"; of what is gone, where it was. */
  readonly pointer: string
  /** "POST /orders: authorizationType NONE to CUSTOM". */
  readonly text: string
}

/**
 * What differs between an API and the deployment that the next one would take the place of: the stage's, or its canary's if it has
 * one. Everything when the stage has none, nothing when there is no such stage. Takes no time when nothing changed since the deployment.
 */
export function undeployedChanges(api: RestApi, stageName: string): DesignChange[] {
  if (!Object.hasOwn(api.stages, stageName)) return []
  const deploymentId = movingDeploymentId(api.stages[stageName])
  const deployment = api.deployments.find((each) => each.id === deploymentId)
  return diffDefinitions(deployment?.definition ?? nothingOf(api), api)
}

/** What differs between two definitions of an API: routes first, in the order of the resources, then what they share. */
export function diffDefinitions(before: RestApiDefinition, after: RestApiDefinition): DesignChange[] {
  return [
    ...diffResources(before.resources, after.resources),
    ...SHARED.flatMap(({ member, label }) => diffNamed(label, member, before[member] ?? {}, after[member] ?? {})),
    ...diffWhole('Resource policy', 'policy', before.policy, after.policy),
    ...diffThing('API', ['apiKeySource'], before.apiKeySource, after.apiKeySource),
    ...diffThing('API', ['binaryMediaTypes'], before.binaryMediaTypes, after.binaryMediaTypes),
  ]
}

const SHARED = [
  { member: 'authorizers', label: 'Authorizer' },
  { member: 'models', label: 'Model' },
  { member: 'requestValidators', label: 'Request validator' },
  { member: 'gatewayResponses', label: 'Gateway response' },
] as const

function nothingOf(api: RestApi): RestApiDefinition {
  const { apiKeySource } = api
  return { apiKeySource, resources: {}, authorizers: {}, models: {}, requestValidators: {}, gatewayResponses: {} }
}

type Named<V> = Readonly<Record<string, V | undefined>>

/** Names of both, those of `after` first. */
function namesOf(before: Named<unknown>, after: Named<unknown>): string[] {
  return before === after ? [] : [...new Set([...Object.keys(after), ...Object.keys(before)])]
}

function diffResources(before: Named<Resource>, after: Named<Resource>): DesignChange[] {
  return namesOf(before, after).flatMap((path) => {
    const [old, now] = [memberOf(before, path), memberOf(after, path)]
    if (old === now) return []
    const isEmpty = [old, now].every((resource) => Object.keys(resource?.methods ?? {}).length === 0)
    if (isEmpty) return diffWhole('Resource', ['resources', path], old, now, path)
    return VERBS.flatMap((verb) => diffMethods(path, verb, old?.methods[verb], now?.methods[verb]))
  })
}

function diffMethods(path: string, verb: string, old: Method | undefined, now: Method | undefined): DesignChange[] {
  const at = ['resources', path, 'methods', verb]
  const routeKey = routeKeyOf(verb, path)
  return old && now ? diffThing(routeKey, at, old, now) : diffWhole(routeKey, at, old, now)
}

function diffNamed(label: string, member: string, before: Named<unknown>, after: Named<unknown>): DesignChange[] {
  return namesOf(before, after).flatMap((name) => {
    const [old, now] = [memberOf(before, name), memberOf(after, name)]
    const at = [member, name]
    return old !== undefined && now !== undefined
      ? diffThing(`${label} ${name}`, at, old, now)
      : diffWhole(label, at, old, now, name)
  })
}

/** One line for a thing that came, went or, when it is not looked into, changed. */
function diffWhole(
  label: string,
  at: string | readonly string[],
  before: unknown,
  after: unknown,
  name?: string,
): DesignChange[] {
  if (diffJson(before, after).length === 0) return []
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  const path = typeof at === 'string' ? [at] : at
  return [{ kind, pointer: pointerTo(path), text: `${name === undefined ? label : `${label} ${name}`} ${kind}` }]
}

/** One line for each member of a thing that changed. */
function diffThing(label: string, at: readonly string[], before: unknown, after: unknown): DesignChange[] {
  return diffJson(before, after).map((difference) => {
    const kind = difference.before === undefined ? 'added' : difference.after === undefined ? 'removed' : 'changed'
    const path = [...at, ...difference.path]
    const member = label === 'API' ? path : difference.path
    return { kind, pointer: pointerTo(path), text: `${label}: ${memberName(member)} ${changeText(difference)}` }
  })
}

function changeText({ before, after }: JsonDifference): string {
  const [old, now] = [shortText(before), shortText(after)]
  if (before === undefined) return now === null ? 'added' : `set to ${now}`
  if (after === undefined) return old === null ? 'removed' : `removed, was ${old}`
  return old === null || now === null ? 'changed' : `${old} to ${now}`
}

const SHORT_TEXT = 60

/** A value in one line, or null when it is too long for that. */
function shortText(value: unknown): string | null {
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))
    return within(value.join(', '))
  const isObject = typeof value === 'object' && value !== null && Object.keys(value).length > 0
  return isObject ? null : within(typeof value === 'string' && value !== '' ? value : (JSON.stringify(value) ?? ''))
}

function within(text: string): string | null {
  return text.length > SHORT_TEXT || text.includes('\n') ? null : text
}

import type { TemplateEvent } from '@shared/template-event'
import type { HostObject } from '../engine/vtl/java/host-object'
import { fromJson } from '../engine/vtl/variables/from-json'
import { utilVariable } from '../engine/vtl/variables/util-variable'
import { compileJsonPath } from '../engine/vtl/json-path/json-path'
import type { HostFunctions } from './guarded-velocityjs'
import { plainValue } from './plain-value'

export interface VelocityjsVariables {
  /** The variables by name, without a prototype. */
  readonly context: object
  readonly hosts: HostFunctions
  /** What the template has written to `$context` by now. */
  readonly overrides: () => { readonly requestOverride: unknown; readonly responseOverride: unknown }
}

/** `$input`, `$util`, `$context` and `$stageVariables` as plain JavaScript objects. */
export function velocityjsVariables(event: TemplateEvent): VelocityjsVariables {
  const input = { body: event.body ?? '' }
  const util = {}
  const requestContext = {
    requestOverride: { path: {}, querystring: {}, header: {} },
    responseOverride: { header: {} },
    // The event may be used again, and a template may write to its own.
    ...structuredCopy(event.context ?? {}),
  }
  const variables = { input, util, context: requestContext, stageVariables: { ...event.stageVariables } }
  return {
    context: Object.assign(Object.create(null) as object, variables),
    hosts: new Map<object, HostFunctionsOfOne>([
      [input, inputFunctions(event)],
      [util, utilFunctions(utilVariable())],
    ]),
    overrides: () => ({
      requestOverride: requestContext.requestOverride,
      responseOverride: requestContext.responseOverride,
    }),
  }
}

type HostFunctionsOfOne = NonNullable<ReturnType<HostFunctions['get']>>

function inputFunctions(event: TemplateEvent): HostFunctionsOfOne {
  const body = parsedBody(event.body)
  const find = (path: unknown): unknown => found(body, String(path))
  return {
    path: find,
    json: (path) => JSON.stringify(find(path)),
    params: (...args) => (args.length === 0 ? allParams(event) : param(event, String(args[0]))),
  }
}

/** undefined for what is not there. Throws for a path that is none. */
function found(document: unknown, path: string): unknown {
  const compiled = compileJsonPath(path)
  try {
    const value = compiled.find(fromJson(document))
    return value === undefined ? undefined : plainValue(value)
  } catch {
    return undefined
  }
}

function parsedBody(body: string | null): unknown {
  if (body === null || body === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

function allParams({ params }: TemplateEvent): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return { path: { ...params?.path }, querystring: { ...params?.querystring }, header: { ...params?.header } }
}

function param(event: TemplateEvent, name: string): string | undefined {
  return Object.values(allParams(event)).find((values) => Object.hasOwn(values, name))?.[name]
}

/** The functions of our own `$util`, on texts as JavaScript makes them of anything. */
function utilFunctions({ methods }: HostObject): HostFunctionsOfOne {
  const functions = Object.entries(methods).map(([name, method]) => {
    return [name, (value: unknown) => plainValue(method(String(value)) ?? null)] as const
  })
  return Object.fromEntries(functions)
}

function structuredCopy(value: TemplateEvent['context'] & object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>
}

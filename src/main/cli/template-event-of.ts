import type { TemplateEvent } from '@shared/template-event'

/** An event, or what is wrong with it: "params.header.Accept must be text". */
export type EventOrProblem = { readonly event: TemplateEvent } | { readonly problem: string }

/** The event that a parsed JSON object describes. Other members are passed over; an absent body is none. */
export function templateEventOf(value: Readonly<Record<string, unknown>>): EventOrProblem {
  const { body = null, params, context, stageVariables } = value
  const problem =
    (body === null || typeof body === 'string' ? null : 'body must be text (in quotes) or null') ??
    problemOfParams(params) ??
    (context === undefined || isMap(context) ? null : 'context must be an object') ??
    problemOfTexts('stageVariables', stageVariables)
  if (problem !== null) return { problem }
  // Each member was looked at above.
  const event = { body, ...defined({ params, context, stageVariables }) } as TemplateEvent
  return { event }
}

function problemOfParams(params: unknown): string | null {
  if (params === undefined) return null
  if (!isMap(params)) return 'params must be an object'
  const places = ['path', 'querystring', 'header'] as const
  return places.map((place) => problemOfTexts(`params.${place}`, own(params, place))).find(Boolean) ?? null
}

function problemOfTexts(name: string, value: unknown): string | null {
  if (value === undefined) return null
  if (!isMap(value)) return `${name} must be an object`
  const wrong = Object.entries(value).find(([, text]) => typeof text !== 'string')
  return wrong ? `${name}.${wrong[0]} must be text` : null
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(map: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(map, name) ? map[name] : undefined
}

function defined(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}

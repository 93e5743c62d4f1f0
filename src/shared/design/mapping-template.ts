import type { TemplateEvent, TemplateProfile } from '../template-event'
import type { Verb } from './method'

/** A mapping template kept with the project beside its cases. `apply-template.ts` copies it to the place it is used. */
export interface MappingTemplate {
  /** The template's text. */
  readonly source: string
  readonly profile: TemplateProfile
  /** The place in an API it was opened from or attached to; absent for a template on its own. */
  readonly slot?: TemplateSlot
  readonly cases: readonly TemplateCase[]
}

/** One place of a REST API that holds a template. */
export interface TemplateSlot {
  readonly apiId: string
  /** Resource path, as in "/orders/{id}". */
  readonly path: string
  readonly verb: Verb
  /** "application/json". */
  readonly contentType: string
  /** Of the integration response whose template it is; absent for the request template. */
  readonly statusCode?: string
  /** Of that integration response, when several have the same status code; absent for the default response. */
  readonly selectionPattern?: string
}

/** An event and what the template is expected to make of it. */
export interface TemplateCase {
  readonly name: string
  readonly event: TemplateEvent
  readonly expected: TemplateExpectation
}

/** Compared character for character; overrides that are left out are not looked at. */
export type TemplateExpectation =
  | {
      readonly output: string
      readonly requestOverride?: { readonly [name: string]: unknown }
      readonly responseOverride?: { readonly [name: string]: unknown }
    }
  | { readonly fails: true }

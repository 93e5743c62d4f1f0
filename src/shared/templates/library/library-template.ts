import type { Integration } from '../../design/integration'
import type { TemplateExpectation } from '../../design/mapping-template'
import type { TemplateEvent, TemplateProfile } from '../../template-event'

/** A template that comes with the program: to be read, tried with its event, and put into a project. */
export interface LibraryTemplate {
  /** Never changes, as in "sqs-send-message". */
  readonly id: string
  /** As it is listed: "SQS SendMessage". */
  readonly name: string
  readonly group: LibraryGroup
  /** One or two sentences: what it does and what to look out for. */
  readonly description: string
  readonly source: string
  readonly profile: TemplateProfile
  readonly event: TemplateEvent
  /** What the template makes of the event; a test plays every one. */
  readonly expected: Extract<TemplateExpectation, { output: string }>
  /** The side of the integration it is meant for. */
  readonly where: 'request' | 'response'
  /** Key under which it is put there. */
  readonly contentType: string
  /** What else the integration needs, where the template alone is not enough. */
  readonly integration?: Partial<Integration>
}

/** In the order in which they are listed. */
export const LIBRARY_GROUPS = ['Guide examples', 'Shaping JSON', 'AWS services', 'Answers'] as const
export type LibraryGroup = (typeof LIBRARY_GROUPS)[number]

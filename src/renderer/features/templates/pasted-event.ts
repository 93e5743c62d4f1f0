import type { TemplateEvent } from '@shared/template-event'

/** What a pasted text was understood as. */
export type PastedKind = 'proxy-event' | 'log' | 'json' | 'form' | 'text'

export interface PastedEvent {
  readonly kind: PastedKind
  /** The parts that the text has; the others of the event being edited stay. */
  readonly event: Partial<TemplateEvent>
  /** What a person must know about it, as "The log cut the body". null when nothing. */
  readonly note: string | null
}

import { useState } from 'react'

export interface Draft {
  readonly text: string
  /** Show this text; `applied` is the value it stands for, or NOT_APPLIED while it breaks the rule. */
  type(text: string, applied: unknown): void
  /** Forget what was typed and show the value again. */
  reset(): void
}

export const NOT_APPLIED: unique symbol = Symbol('not applied')

/**
 * Text being typed into a field whose value lives elsewhere. The text stays as typed ("1,000", "0.") as long as the value is the one
 * it stands for; a value that changes from outside (undo, another field) replaces it.
 */
export function useDraft(value: unknown, shown: string): Draft {
  const [draft, setDraft] = useState<{ text: string; applied: unknown; over: unknown } | null>(null)
  const isCurrent = draft !== null && (draft.applied === NOT_APPLIED ? draft.over === value : draft.applied === value)
  return {
    text: isCurrent ? draft.text : shown,
    type: (text, applied) => setDraft({ text, applied, over: value }),
    reset: () => setDraft(null),
  }
}

import type { LessonAnswer } from './lesson'

/** Right when the figure is this very number. */
export function exactly(id: string, value: number, text: string, note: string): LessonAnswer {
  return { id, text, note, from: value, to: value }
}

/** Right when the figure is within these two, both included: for runs that draw at random, and for "about". */
export function between(id: string, [from, to]: readonly [number, number], text: string, note: string): LessonAnswer {
  return { id, text, note, from, to }
}

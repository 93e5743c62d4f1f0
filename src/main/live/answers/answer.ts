import type { HeaderList } from '../request/header-list'

/** What a client gets, but for the headers that every answer carries. */
export interface Answer {
  readonly status: number
  readonly headers: HeaderList
  readonly body: Buffer
}

/** Bytes that a cache counts for an answer. */
export function answerBytes({ body, headers }: Answer): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, body.length)
}

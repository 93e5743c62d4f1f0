/** Where decoding stopped and why; `offset` counts bytes. */
export interface DecodeProblem {
  readonly offset: number
  readonly code: 'text/not-utf8' | 'text/not-text'
  readonly message: string
}

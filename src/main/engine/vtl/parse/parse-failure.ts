import type { TemplateProblemCode, TextSpan } from '@shared/contract/template'

/** The template cannot be read on from here. Thrown and caught inside of the parser only. */
export class ParseFailure extends Error {
  constructor(
    readonly code: TemplateProblemCode,
    message: string,
    readonly span: TextSpan,
  ) {
    super(message)
    this.name = 'ParseFailure'
  }
}

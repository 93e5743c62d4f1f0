import type { TemplateProblemCode, TextSpan } from '@shared/contract/template'

/** The render ends here. Thrown by what a template runs, caught by `renderTemplate` only. */
export class RenderFailure extends Error {
  constructor(
    readonly code: TemplateProblemCode,
    message: string,
    readonly span: TextSpan,
  ) {
    super(message)
    this.name = 'RenderFailure'
  }
}

/** What Java code called by a template threw: it ends the render, with the place of the call. */
export class JavaException extends Error {
  /** `className` as in "java.lang.IndexOutOfBoundsException". */
  constructor(
    readonly className: string,
    message: string,
  ) {
    super(message)
    this.name = 'JavaException'
  }
}

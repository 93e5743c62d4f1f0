/** A case says something that the suite does not understand: it is skipped, not failed. */
export class CannotPlay extends Error {
  override readonly name = 'CannotPlay'
}

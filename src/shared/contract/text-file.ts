/** A file that the program made and the person may keep. */
export interface TextFile {
  /** "monday-k6.js", without a folder. */
  readonly name: string
  readonly text: string
  /** What of the source the file cannot carry, a line each. */
  readonly notes: readonly string[]
}

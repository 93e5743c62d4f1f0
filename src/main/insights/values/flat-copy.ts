/**
 * The same text without what it was cut from: a slice keeps the whole piece of a file alive. Writing it into a new text and taking that
 * apart makes the engine copy it.
 */
export function flatCopy(text: string): string {
  return ` ${text}`.slice(1)
}

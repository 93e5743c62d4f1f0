import { idFrom } from './id-from'

/** An id for a text that none of `taken` is: `idFrom`, with a number behind the text until it is free. */
export function unusedId(text: string, length: number, taken: Iterable<string>): string {
  const used = new Set(taken)
  let id = idFrom(text, length)
  for (let attempt = 2; used.has(id); attempt++) id = idFrom(`${text} ${attempt}`, length)
  return id
}

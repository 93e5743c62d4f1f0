/** A record as JSON; undefined when there is nothing in it. */
export function presentTexts<Value extends string | boolean>(
  texts: Readonly<Record<string, Value>> | undefined,
): { readonly json: Readonly<Record<string, Value>> } | undefined {
  return texts === undefined || Object.keys(texts).length === 0 ? undefined : { json: texts }
}

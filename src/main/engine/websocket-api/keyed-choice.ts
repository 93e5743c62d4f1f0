/** The member of a map for a selected key, else the one for `$default`. */
export function chooseByKey(
  map: Readonly<Record<string, string>> | undefined,
  key: string,
): { readonly key: string; readonly value: string } | null {
  const found = [key, '$default'].find((one) => map !== undefined && Object.hasOwn(map, one))
  return found === undefined ? null : { key: found, value: map![found]! }
}

const PLACEHOLDER = /\{([A-Za-z0-9._-]+)\+?\}/g

/** "/orders/{id}" with `id` -> its value. What nothing is mapped to stays as it is written. Source: rest-api.md 9.1, recorded. */
export function fillPlaceholders(text: string, valueOf: (name: string) => string | undefined): string {
  return text.replaceAll(PLACEHOLDER, (placeholder, name: string) => valueOf(name) ?? placeholder)
}

/** The same within a path or a query string, where a value must not begin the next part of the URI. */
export function fillPath(text: string, values: ReadonlyMap<string, string>): string {
  return fillPlaceholders(text, (name) => values.get(name)?.replaceAll(/[?#]/g, encodeURIComponent))
}

/** What cannot stand in a request line is encoded; what is encoded already stays. */
export function sendablePath(path: string): string {
  return path.replaceAll(/[^\u0021-\u007e]/g, (character) => {
    const isWhole = !/[\ud800-\udfff]/.test(character)
    return isWhole ? encodeURIComponent(character) : '%EF%BF%BD'
  })
}

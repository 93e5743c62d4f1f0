/** What is wrong with a list of origins, one a line, or undefined. Source: http-api.md 10.1. */
export function problemOfOrigin(text: string): string | undefined {
  const odd = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .find((origin) => origin !== '*' && !/^(?:https?|[a-z][a-z0-9+.-]*):\/\/(?:\*|[^\s/*]+)$/.test(origin))
  return odd === undefined ? undefined : `"${odd}" must be *, https://*, or an origin without a path`
}

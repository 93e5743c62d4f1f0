// eslint-disable-next-line no-control-regex
const UNSAFE = /[^ !#-&(-.0-[\]-\x7f]/g

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ["'", "\\'"],
  ['/', '\\/'],
  ['\\', '\\\\'],
])

/**
 * `StringEscapeUtils.escapeJavaScript(text)` of commons-lang 2.6: quotes of both kinds and "/" get a backslash, what is no ASCII becomes
 * `\u00E9`.
 */
export function escapeJavaScript(text: string): string {
  return text.replaceAll(UNSAFE, escapeUnit)
}

function escapeUnit(unit: string): string {
  return SHORT_ESCAPES.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

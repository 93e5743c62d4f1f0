/**
 * The two ways json-smart prints: `plain` for `$input.json(...)`, `web-safe` for a JSONArray in text, where `/` becomes `\/`.
 */
export type JsonStyle = 'plain' | 'web-safe'

/** All but what may stay: json-smart escapes quotes, backslashes, U+0000-001F, U+007F-009F and U+2000-20FF. */
const ESCAPED: Readonly<Record<JsonStyle, RegExp>> = {
  plain: /[^ !#-[\]-~\u00a0-\u1fff\u2100-\uffff]/g,
  'web-safe': /[^ !#-.0-[\]-~\u00a0-\u1fff\u2100-\uffff]/g,
}
/** The same, without the flag that makes `test` remember where it was. */
const NEEDS_ESCAPE: Readonly<Record<JsonStyle, RegExp>> = {
  plain: new RegExp(ESCAPED.plain.source),
  'web-safe': new RegExp(ESCAPED['web-safe'].source),
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['/', '\\/'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

/** A string as a JSON literal: "it's" is `"it's"`, U+2028 is `"\u2028"`. */
export function quoteJson(text: string, style: JsonStyle): string {
  return NEEDS_ESCAPE[style].test(text) ? `"${text.replace(ESCAPED[style], escape)}"` : `"${text}"`
}

function escape(character: string): string {
  return SHORT_ESCAPES.get(character) ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

import { describe, expect, it } from 'vitest'
import { escapeJavaScript } from './escape-java-script'

describe('escapeJavaScript', () => {
  it('puts a backslash before quotes of both kinds, slashes and backslashes', () => {
    expect(escapeJavaScript(`it's "a" / b \\ c`)).toBe(String.raw`it\'s \"a\" \/ b \\ c`)
  })

  it('writes control characters and everything beyond ASCII as escapes', () => {
    expect(escapeJavaScript('\b\t\n\f\r\0\u001f\u007f\u0080é€😀')).toBe(
      '\\b\\t\\n\\f\\r\\u0000\\u001F\u007f\\u0080\\u00E9\\u20AC\\uD83D\\uDE00',
    )
  })

  it('leaves the rest of ASCII as it is', () => {
    const rest = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
      .join('')
      .replaceAll(/["'/\\]/g, '')
    expect(escapeJavaScript(rest)).toBe(rest)
  })
})

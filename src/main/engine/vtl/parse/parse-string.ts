import type { StringNode } from '../ast'
import type { ExpressionRules } from './parse-expression'
import type { Token } from './token'

/**
 * The value of a string literal: a doubled quote stands for one, there are no backslash escapes but \uXXXX between double quotes,
 * and only double quotes are searched for references and directives. Source: Velocity 1.7, ASTStringLiteral.
 */
export function parseString(rules: ExpressionRules, token: Token): StringNode {
  const quote = token.image[0]!
  const content = token.image.slice(1, -1)
  const text = quote === '"' ? decodeUnicodeEscapes(content) : content
  const value = text.replaceAll(quote + quote, quote)
  const isSearched = quote === '"' && /[$#]/.test(value)
  const dropsLastCharacter = !value.includes('##')
  return {
    kind: 'string',
    value,
    parts: isSearched ? rules.parseInside(dropsLastCharacter ? `${value} ` : value, token.start + 1) : null,
    dropsLastCharacter,
    span: { start: token.start, end: token.end },
  }
}

function decodeUnicodeEscapes(text: string): string {
  return text.replaceAll(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

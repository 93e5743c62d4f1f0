import { Kind, type Token } from './token'

/** A token as plain text shows it: the lone signs before it, then its image. Source: Velocity 1.7, NodeUtils.tokenLiteral. */
export function tokenText(token: Token): string {
  if (token.kind === Kind.BlockComment) return ''
  return token.special === null ? token.image : token.special.map(signsOf).join('') + token.image
}

/** The text from one token to another, or to the end of the template when `last` stands before `first`. */
export function textBetween(first: Token, last: Token): string {
  let text = ''
  for (let token: Token | null = first; token !== null; token = token.next) {
    text += tokenText(token)
    if (token === last) break
  }
  return text
}

/** Of text that only looked like a token, the signs: `$`, `#` and backslashes before a `$`. */
function signsOf(special: string): string {
  return special.replaceAll(/(\\*)([$#])|[^$#]/g, (_, backslashes: string | undefined, sign: string | undefined) => {
    if (sign === undefined) return ''
    return sign === '$' ? `${backslashes}$` : '#'
  })
}

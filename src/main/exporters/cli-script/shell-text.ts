/** A text in which the values of shell variables stand: `['arn:aws:lambda:', { variable: 'REGION' }]`. */
export type ShellText = readonly (string | ShellVariable)[]

export interface ShellVariable {
  readonly variable: string
}

/** A text as one word of a bash command. What is literal stays so, whatever characters it has; variables are never split. */
export function shellWord(text: string | ShellText): string {
  const pieces = typeof text === 'string' ? [text] : text.filter((piece) => piece !== '')
  const literals = pieces.filter((piece) => typeof piece === 'string')
  if (literals.length === pieces.length) return quoted(literals.join(''))
  const isPlain = literals.every((literal) => PLAIN.test(literal))
  return isPlain ? inDoubleQuotes(pieces) : spliced(pieces)
}

/** Characters that mean nothing to a shell wherever they stand. */
const BARE = /^[\w@%+:,./-][\w@%+=:,./-]*$/

/** Nothing of these means anything within double quotation marks. */
const PLAIN = /^[^"$`\\!\n\r]*$/

function quoted(text: string): string {
  if (BARE.test(text)) return text
  return text.includes("'") && PLAIN.test(text) ? `"${text}"` : inSingleQuotes(text)
}

function inSingleQuotes(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function inDoubleQuotes(pieces: ShellText): string {
  const parts = pieces.map((piece, index) => {
    if (typeof piece === 'string') return piece
    const next = pieces[index + 1]
    return typeof next === 'string' && /^\w/.test(next) ? `\${${piece.variable}}` : `$${piece.variable}`
  })
  return `"${parts.join('')}"`
}

/** 'literal'"$VARIABLE"'literal': no character of a literal has to be thought about but the single quote. */
function spliced(pieces: ShellText): string {
  return pieces.map((piece) => (typeof piece === 'string' ? inSingleQuotes(piece) : `"$${piece.variable}"`)).join('')
}

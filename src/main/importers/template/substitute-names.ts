import { mayMakeText, type WorkLimit } from './work-limit'

/** `isWhole`: every name had its value. Otherwise the text still is one for `Fn::Sub`. */
export interface Substituted {
  readonly text: string
  readonly isWhole: boolean
}

const NAME = /\$\{([^}]*)\}/g

/**
 * The text of `Fn::Sub` with the names that `valueOf` knows replaced. `${!Name}` stands for a plain `${Name}`, which it becomes once
 * nothing is left to replace. null when the text would be too long.
 */
export function substituteNames(
  text: string,
  valueOf: (name: string) => string | undefined,
  limit: WorkLimit,
): Substituted | null {
  const pieces: { readonly plain: string; readonly asWritten: string }[] = []
  let isWhole = true
  let from = 0
  const keep = (plain: string, asWritten: string): void => void pieces.push({ plain, asWritten })
  for (const match of text.matchAll(NAME)) {
    const between = text.slice(from, match.index)
    keep(between, between)
    from = match.index + match[0].length
    const written = match[1] ?? ''
    if (written.startsWith('!')) {
      keep(`\${${written.slice(1)}}`, match[0])
      continue
    }
    const value = valueOf(written.trim())
    isWhole &&= value !== undefined
    keep(value ?? match[0], value === undefined ? match[0] : value.replaceAll('${', '${!'))
  }
  keep(text.slice(from), text.slice(from))
  const chosen = pieces.map((piece) => (isWhole ? piece.plain : piece.asWritten))
  const length = chosen.reduce((sum, piece) => sum + piece.length, 0)
  return mayMakeText(limit, length) ? { text: chosen.join(''), isWhole } : null
}

import type { Word } from '../shell/shell-script'

const MOST = 1000

/** `{1..3}` and `{a,b}` of a word that is one plain text, as the words that a shell makes of it; null for any other word. */
export function expandBraces({ parts }: Word): string[] | null {
  const [only] = parts
  if (parts.length !== 1 || only?.kind !== 'text' || only.isQuoted) return null
  const [, before = '', inside, after = ''] = /^([^{}]*)\{([^{}]+)\}([^{}]*)$/.exec(only.text) ?? []
  const items = inside === undefined ? null : itemsOf(inside)
  return items && items.map((item) => `${before}${item}${after}`)
}

function itemsOf(inside: string): string[] | null {
  const [, first, last] = /^(-?\d{1,9})\.\.(-?\d{1,9})$/.exec(inside) ?? []
  if (first === undefined || last === undefined) return inside.includes(',') ? inside.split(',') : null
  const [from, to] = [Number(first), Number(last)]
  const count = Math.min(Math.abs(to - from) + 1, MOST)
  return Array.from({ length: count }, (_item, index) => String(from <= to ? from + index : from - index))
}

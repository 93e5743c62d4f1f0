/** What the palette can go to or do. */
export interface Searchable {
  readonly id: string
  readonly title: string
  /** Beside the title: the current value, the place, the path. */
  readonly detail: string
}

export interface IndexedEntry<Entry extends Searchable> {
  readonly entry: Entry
  readonly title: string
  readonly detail: string
}

/** At most this many rows are shown. */
export const MAX_RESULTS = 50

/** Lower-case copies, made once per opening: searching is done on every key stroke. */
export function indexEntries<Entry extends Searchable>(entries: readonly Entry[]): IndexedEntry<Entry>[] {
  return entries.map((entry) => ({ entry, title: entry.title.toLowerCase(), detail: entry.detail.toLowerCase() }))
}

const TITLE = { start: 100, word: 80, inside: 40 } as const
const DETAIL = { start: 50, word: 45, inside: 20 } as const
const LETTERS = 10
const RECENT = 30

/**
 * The entries that fit a query, best first. Each word of the query has to be found, in any order: as the start of a word, inside one,
 * or as letters of a word of the title in their order. Entries used lately (`recent`, newest first) come before others that fit as well.
 */
export function search<Entry extends Searchable>(
  index: readonly IndexedEntry<Entry>[],
  query: string,
  recent: readonly string[],
  limit: number = MAX_RESULTS,
): Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const bonus = new Map(recent.map((id, age) => [id, RECENT / (age + 1)]))
  const found: { entry: Entry; score: number; order: number }[] = []
  index.forEach((indexed, order) => {
    const score = scoreOf(indexed, words)
    if (score !== null) found.push({ entry: indexed.entry, score: score + (bonus.get(indexed.entry.id) ?? 0), order })
  })
  found.sort((a, b) => b.score - a.score || a.order - b.order)
  return found.slice(0, limit).map(({ entry }) => entry)
}

function scoreOf({ title, detail }: IndexedEntry<Searchable>, words: readonly string[]): number | null {
  let score = 0
  for (const word of words) {
    const best = Math.max(
      textScore(title, word, TITLE),
      textScore(detail, word, DETAIL),
      isSpelled(title, word) ? LETTERS : 0,
    )
    if (best === 0) return null
    score += best
  }
  return score
}

function textScore(text: string, word: string, weights: { start: number; word: number; inside: number }): number {
  let at = text.indexOf(word)
  if (at === -1) return 0
  if (at === 0) return weights.start
  while (at !== -1) {
    if (!isWordCharacter(text.charCodeAt(at - 1))) return weights.word
    at = text.indexOf(word, at + 1)
  }
  return weights.inside
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || code > 127
}

/** Whether one word of the text begins like the query and has its letters in this order: "dpl" is in "deploy". */
function isSpelled(text: string, word: string): boolean {
  if (word.length < 2) return false
  const first = word.charCodeAt(0)
  for (let at = 0; at < text.length; at++) {
    const isStart = text.charCodeAt(at) === first && (at === 0 || !isWordCharacter(text.charCodeAt(at - 1)))
    if (isStart && hasLetters(text, at, word)) return true
  }
  return false
}

function hasLetters(text: string, start: number, word: string): boolean {
  let found = 0
  for (let at = start; at < text.length && isWordCharacter(text.charCodeAt(at)); at++) {
    if (text.charCodeAt(at) === word.charCodeAt(found) && ++found === word.length) return true
  }
  return false
}

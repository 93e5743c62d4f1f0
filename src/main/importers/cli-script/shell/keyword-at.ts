import type { ShellReader } from './shell-reader'

/** The reserved word that stands here; null for anything else. */
export function keywordAt(reader: ShellReader): string | null {
  const slice = reader.text.slice(reader.position, Math.min(reader.position + 12, reader.end))
  return /^(?:[a-z]+|[{}!]|\[\[)(?=$|[\s;()&|])/.exec(slice)?.[0] ?? null
}

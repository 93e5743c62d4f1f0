import type { HeaderList } from '../../engine/mapping/header-list'
import { isToken, safeValue } from './safe-headers'

/** Written by Node, or decided by this server alone. */
const OF_THE_TRANSPORT = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'date'])

/** Names that are remembered; backends make few of them up. */
const MOST_NAMES = 1_000

/** A name in lower case, or null for one that is never sent; by the name as it is spelt. */
const known = new Map<string, string | null>()

/** Headers as Node writes them: names and values in turn. Names that differ in case only are one, written as the first of them. */
export function sentHeaders(headers: HeaderList): (string | string[])[] {
  const flat: (string | string[])[] = []
  const names: string[] = []
  for (const [name, value] of headers) {
    const lowerCase = sentName(name)
    if (lowerCase === null) continue
    const at = names.indexOf(lowerCase)
    if (at === -1) {
      names.push(lowerCase)
      flat.push(name, safeValue(value))
    } else flat[2 * at + 1] = [flat[2 * at + 1]!, safeValue(value)].flat()
  }
  return flat
}

function sentName(name: string): string | null {
  const found = known.get(name)
  if (found !== undefined) return found
  const lowerCase = name.toLowerCase()
  const sent = isToken(name) && !OF_THE_TRANSPORT.has(lowerCase) ? lowerCase : null
  if (known.size >= MOST_NAMES) known.clear()
  known.set(name, sent)
  return sent
}

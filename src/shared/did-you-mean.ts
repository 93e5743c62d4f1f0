import { editDistance } from './edit-distance'

/** The candidate that is written most like the text; undefined when none is near, or there are none. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const candidate of candidates) {
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase())
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best !== undefined && least <= Math.max(2, Math.ceil(best.length / 2.5)) ? best : undefined
}

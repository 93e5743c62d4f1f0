import type { FillRandom } from '@shared/design/fill-random'

/** What ids and keys of new callers are drawn from. */
export const fromBrowser: FillRandom = (numbers) => crypto.getRandomValues(numbers)

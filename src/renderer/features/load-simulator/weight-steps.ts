/** What a key does to a weight whose greatest neighbour is `most`; undefined when the key is not for it. */
export function weightAfterKey(key: string, weight: number, most: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return weight + 1
    case 'ArrowDown':
      return Math.max(0, weight - 1)
    case 'PageUp':
      return weight + 5
    case 'PageDown':
      return Math.max(0, weight - 5)
    case 'Home':
      return 0
    case 'End':
      return most
    default:
      return undefined
  }
}

/**
 * The weight under a pointer at this share of the bars' height (0 to 1). The top lets a bar grow by a tenth at a time, so that drawing
 * does not run away as the scale follows.
 */
export function weightAtPointer(share: number, most: number): number {
  if (share >= 1) return Math.ceil(most * 1.1)
  return Math.max(0, Math.round(share * most * 2) / 2)
}

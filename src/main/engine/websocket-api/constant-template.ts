/** A template in which nothing is evaluated prints itself; null for every other. */
export function constantTemplate(source: string): string | null {
  return /[$#\\]/.test(source) ? null : source
}

/** Where a key moves the cursor; null takes it away, undefined means that the key is not for it. */
export function timeAfterKey(
  key: string,
  timeMs: number | null,
  stepMs: number,
  lastMs: number,
): number | null | undefined {
  switch (key) {
    case 'ArrowLeft':
      return (timeMs ?? lastMs + stepMs) - stepMs
    case 'ArrowRight':
      return (timeMs ?? -stepMs) + stepMs
    case 'Home':
      return 0
    case 'End':
      return lastMs
    case 'Escape':
      return timeMs === null ? undefined : null
    default:
      return undefined
  }
}

/** How long the host waits for a page when nobody sits at its terminal. */
export const IDLE_LIMIT_MS = 15 * 60_000

/** Calls `onIdle` once when no page was connected for `limitMs`. Returns what has to be told the number of pages. */
export function createIdleWatch(limitMs: number, onIdle: () => void): (clientCount: number) => void {
  let timer: NodeJS.Timeout | undefined
  const update = (clientCount: number): void => {
    clearTimeout(timer)
    timer = clientCount === 0 ? setTimeout(onIdle, limitMs) : undefined
    timer?.unref()
  }
  update(0)
  return update
}

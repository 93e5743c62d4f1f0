import type { Millis } from '../millis'

/** A connection ends when it was idle for so long. Source: websocket-api.md 6. */
export const IDLE_LIMIT: Millis = 10 * 60_000
/** ... and when it is so old, however busy. Source: websocket-api.md 6. */
export const AGE_LIMIT: Millis = 2 * 60 * 60_000

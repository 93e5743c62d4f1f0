/** What is known of a connection. Its slot is taken until the backends have forgotten it too. */
export const FREE = 0
export const OPEN = 1
/** The client is gone without a close frame; the gateway does not know yet. */
export const VANISHED = 2
/** Over, but the backends still have it in their store. */
export const CLOSED = 3

import type { ErrorMessage } from './errors'

/** An answer as it crosses between the processes: errors are data, because neither IPC nor a socket carries an `Error` whole. */
export type Reply = { readonly result: unknown } | { readonly error: ErrorMessage }

/**
 * What the Electron host's preload script puts at `window.gatewright`: values only, no event objects, no way to another channel.
 * The payload of `simulator.snapshot` is the encoded `ArrayBuffer`.
 */
export interface PreloadApi {
  readonly call: (name: string, args: unknown) => Promise<Reply>
  /** Where a file of the page's is on this computer; "" for one that was made in the page. */
  readonly pathOf: (file: unknown) => string
  /** Returns the function that ends the subscription. */
  readonly on: (name: string, listener: (payload: unknown) => void) => () => void
}

/** The loopback host's only WebSocket address. */
export const SOCKET_PATH = '/rpc'

/** The page offers this protocol first and `SOCKET_TOKEN_PREFIX` with the launch's secret second. */
export const SOCKET_PROTOCOL = 'gatewright'
export const SOCKET_TOKEN_PREFIX = 't.'

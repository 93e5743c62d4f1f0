import type { Args, CommandName, Result } from './commands'
import type { EventName, Events } from './events'

/** The window's only way out: the same functions in every host. `call` rejects with a `GatewrightError`. */
export interface Bridge {
  readonly host: 'electron' | 'loopback'
  /** Where a dropped or chosen file is on this computer; null where the window is not told. */
  pathOf(file: unknown): string | null
  call<Name extends CommandName>(name: Name, args: Args<Name>): Promise<Result<Name>>
  /** Returns the function that ends the subscription. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
}

import type { Bridge } from '@shared/contract/bridge'
import type { Args, CommandName, Result } from '@shared/contract/commands'
import type { EventName, Events } from '@shared/contract/events'
import type { PreloadApi } from '@shared/contract/wire'
import { errorOf } from './error-of'
import { EventListeners } from './event-listeners'

declare global {
  interface Window {
    readonly gatewright?: PreloadApi
  }
}

/** The contract over Electron's IPC. Snapshots arrive as the `ArrayBuffer` that the worker made and are decoded here. */
export class ElectronBridge implements Bridge {
  readonly host = 'electron'
  private readonly listeners = new EventListeners()
  private readonly subscribed = new Set<EventName>()

  constructor(private readonly api: PreloadApi) {}

  readonly pathOf = (file: unknown): string | null => this.api.pathOf(file) || null

  readonly call = async <Name extends CommandName>(name: Name, args: Args<Name>): Promise<Result<Name>> => {
    const reply = await this.api.call(name, args)
    if ('error' in reply) throw errorOf(reply.error)
    return reply.result as Result<Name>
  }

  readonly on = <Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): (() => void) => {
    if (!this.subscribed.has(name)) this.subscribe(name)
    return this.listeners.add(name, listener)
  }

  /** One subscription per name for the window's life; who listens changes on this side only. */
  private subscribe(name: EventName): void {
    this.subscribed.add(name)
    this.api.on(name, (payload) => {
      if (payload instanceof ArrayBuffer) this.listeners.emitSnapshot(payload)
      else this.listeners.emit(name, payload as Events[typeof name])
    })
  }
}

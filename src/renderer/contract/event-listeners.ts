import { decodeSnapshot } from '@shared/contract/snapshot-codec'
import type { EventName, Events } from '@shared/contract/events'

type Listeners = { readonly [Name in EventName]: Set<(payload: Events[Name]) => void> }

/** Who listens to what. A payload comes from the host and has the type that goes with its name. */
export class EventListeners {
  private readonly listeners: Listeners = {
    'project.saved': new Set(),
    'project.changedOnDisk': new Set(),
    'simulator.snapshot': new Set(),
    'simulator.ended': new Set(),
    'simulator.sweepProgress': new Set(),
    'simulator.sweepEnded': new Set(),
    'gateway.state': new Set(),
    'gateway.request': new Set(),
    'gateway.connection': new Set(),
    'gateway.frame': new Set(),
    'menu.command': new Set(),
  }

  /** Returns the function that ends the subscription. */
  add<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void {
    this.listeners[name].add(listener)
    return () => void this.listeners[name].delete(listener)
  }

  /** Ignores a name that this window does not know: the host may be newer. */
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void {
    if (Object.hasOwn(this.listeners, name)) this.listeners[name].forEach((listener) => listener(payload))
  }

  /** Decodes only when somebody listens. */
  emitSnapshot(frame: ArrayBuffer): void {
    if (this.listeners['simulator.snapshot'].size > 0) this.emit('simulator.snapshot', decodeSnapshot(frame))
  }
}

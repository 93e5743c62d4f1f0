import type { WebAcls } from '../../engine/state/web-acls'
import { Interner } from './interner'

/** How many callers web ACLs can tell apart at a time: more than there can be connections, so that none goes without. */
export const ADDRESS_SLOTS = 4096

/** Addresses of callers by slot. A web ACL looks at an address once, when it gets its slot. */
export class Addresses {
  private readonly interner: Interner
  private readonly known: string[] = []
  private readonly webAcls: WebAcls

  constructor(webAcls: WebAcls, slots: number = ADDRESS_SLOTS) {
    this.webAcls = webAcls
    this.interner = new Interner(slots, () => undefined)
  }

  /** The slot of an address, which stays its own until `release`. */
  hold(address: string): number {
    const slot = this.interner.hold(address)
    if (slot >= 0 && this.known[slot] !== address) {
      this.known[slot] = address
      this.webAcls.learn(slot, address)
    }
    return slot
  }

  release(slot: number): void {
    this.interner.release(slot)
  }
}

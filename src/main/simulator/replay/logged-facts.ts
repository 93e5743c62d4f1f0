import type { TrafficSource } from '@shared/design/scenario'
import type { DrawsContext } from '../request-draws'
import { isLogged, type LogEntry } from './log-entry'
import type { ReplayTargets } from './replay-targets'
import { SlotsByName } from './slots-by-name'

/** A fact that the log does not have; it is drawn as for any other source. */
export const NOT_LOGGED = -2

/** The facts of logged requests as indexes of the traffic's tables: who calls, with which key, for which item. */
export class LoggedFacts {
  private readonly uses: DrawsContext['uses']
  private readonly identities: SlotsByName
  private readonly items: SlotsByName
  private readonly keyOf: ReadonlyMap<string, number>
  private readonly otherKeys: readonly number[]
  private readonly slotOfOtherKey: SlotsByName

  constructor(source: TrafficSource, { apiKeys, uses }: DrawsContext, targets: ReplayTargets) {
    this.uses = uses
    this.identities = new SlotsByName(source.identities?.count ?? 1)
    this.items = new SlotsByName(source.items?.count ?? 1)
    this.keyOf = new Map(
      targets.apiKeys.flatMap(({ id, name }, at) => [
        [name, at],
        [id, at],
      ]),
    )
    this.otherKeys = apiKeys
    this.slotOfOtherKey = new SlotsByName(apiKeys.length)
  }

  /** The caller's user where there is one, else its principal, else its address. */
  identityOf({ user, caller, ip }: LogEntry): number {
    if (!this.uses.identities) return NOT_LOGGED
    const name = isLogged(user) ? user : isLogged(caller) ? caller : ip
    return isLogged(name) ? this.identities.of(name) : NOT_LOGGED
  }

  /** `item`: the path as it was sent, or "". */
  itemOf(item: string): number {
    return this.uses.items && item !== '' ? this.items.of(item) : NOT_LOGGED
  }

  /** -1 for a request without a key. A key that the design does not have plays one that the source names, always the same. */
  apiKeyOf({ apiKeyId }: LogEntry): number {
    if (!this.uses.apiKeys || apiKeyId === '') return NOT_LOGGED
    if (apiKeyId === '-') return -1
    return this.keyOf.get(apiKeyId) ?? this.otherKeys[this.slotOfOtherKey.of(apiKeyId)] ?? -1
  }
}

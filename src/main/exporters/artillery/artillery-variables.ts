import type { LoadSource } from '../load/load-plan'
import { weightedList } from '../load/weighted-list'
import type { YamlValue } from './yaml-text'

/** Values of a variable at most: each virtual user draws one of them with equal chances. */
const MOST_ITEMS = 1000
/** Lengths of lists with a few values of unequal shares. */
const LIST_SIZES = [1, 2, 3, 4, 5, 6, 8, 10, 20, 25, 40, 50, 100, 200]

/** Names of a source's variables; null for what it does not need. */
export interface SourceVariables {
  readonly apiKey: string | null
  readonly token: string | null
  /** Of an item that is drawn from a list; otherwise a call that draws one. */
  readonly item: string
  readonly values: { readonly [name: string]: YamlValue }
  /** Items that no request asks for. */
  readonly missingItems: number
}

/** The variables of all sources, in their order. Sources that ask for the same items share a list of them. */
export function allVariables(sources: readonly LoadSource[]): SourceVariables[] {
  const listIds = new Map<string, string>()
  return sources.map((source) => {
    const key = JSON.stringify(source.items)
    const listId = listIds.get(key) ?? source.id
    listIds.set(key, listId)
    return sourceVariables(source, listId)
  })
}

/** What differs from user to user, as lists to draw from. Source: Artillery documentation, "variables", "$processEnvironment". */
function sourceVariables(source: LoadSource, listId: string): SourceVariables {
  const { id, keys, routes, items } = source
  const apiKey = keys.length > 0 ? `api_key_${id}` : null
  const token = routes.some(({ tokens }) => tokens.length > 0) ? `token_${id}` : null
  const isDrawn = items.distribution === 'UNIFORM' && items.count > MOST_ITEMS
  const list = isDrawn ? [] : itemList(items)
  const item = isDrawn ? `item-{{ $randomNumber(1, ${items.count}) }}` : `{{ item_${listId} }}`
  return {
    apiKey,
    token,
    item,
    values: {
      ...(apiKey === null ? {} : { [apiKey]: keyList(source) }),
      ...(token === null ? {} : { [token]: tokenList(source) }),
      ...(isDrawn ? {} : { [`item_${listId}`]: list }),
    },
    missingItems: isDrawn ? 0 : items.count - new Set(list).size,
  }
}

function keyList({ keys, shares: { wrongApiKeys } }: LoadSource): string[] {
  const total = keys.reduce((sum, { weight }) => sum + weight, 0)
  const right = keys.map(({ variable, weight }) => ({
    value: environment(variable),
    weight: (weight / total) * (1 - wrongApiKeys),
  }))
  return shortest([...right, { value: 'no-such-key', weight: wrongApiKeys }])
}

function tokenList({ shares: { missingTokens, expiredTokens, deniedIdentities } }: LoadSource): string[] {
  return shortest([
    { value: environment('TOKEN'), weight: Math.max(0, 1 - missingTokens - expiredTokens - deniedIdentities) },
    { value: '', weight: missingTokens },
    { value: environment('EXPIRED_TOKEN'), weight: expiredTokens },
    { value: environment('DENIED_TOKEN'), weight: deniedIdentities },
  ])
}

/** The shortest list with these shares: 95 % and 5 % are 19 of one and 1 of the other. */
function shortest(entries: readonly { readonly value: string; readonly weight: number }[]): string[] {
  const size = LIST_SIZES.find((count) =>
    entries.every(({ weight }) => Math.abs(weight * count - Math.round(weight * count)) < 1e-6 * count),
  )
  return weightedList(entries, size ?? LIST_SIZES.at(-1)!)
}

/** As often as the popularity says; the rarest of many are left out. */
function itemList({
  count,
  distribution,
  exponent = 1,
  hotCount = count,
  hotShare = 1,
}: LoadSource['items']): string[] {
  const known = Math.min(count, 10 * MOST_ITEMS)
  const hot = Math.min(hotCount, count)
  const weightOf = (index: number): number => {
    if (distribution === 'ZIPF') return (index + 1) ** -exponent
    if (distribution === 'UNIFORM' || hot === count) return 1
    return index < hot ? hotShare / hot : (1 - hotShare) / (count - hot)
  }
  const entries = Array.from({ length: known }, (_, index) => ({ value: `item-${index + 1}`, weight: weightOf(index) }))
  return weightedList(entries, distribution === 'UNIFORM' ? known : MOST_ITEMS)
}

function environment(variable: string): string {
  return `{{ $processEnvironment.${variable} }}`
}

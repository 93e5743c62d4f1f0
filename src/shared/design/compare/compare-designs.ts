import type { Api } from '../api'
import type { Design } from '../design'
import type { RestApi } from '../rest-api'
import { isV2, type V2Api } from '../v2-api'
import { clientParts } from './client-parts'
import { definitionNames } from './definition-parts'
import type { ApiChange } from './design-comparison'
import { diffParts } from './diff-parts'
import { localParts } from './local-parts'
import { namesOf, type Names } from './names'
import type { Part } from './part'
import { restApiPart } from './rest-parts'
import { v2ApiPart, v2AuthorizerNames } from './v2-parts'

/**
 * What differs between two designs in what they mean: APIs first, then plans, keys, domains and functions, then what is local
 * (`isLocalChange`). Ids never count, nor does an order that AWS does not keep, nor whether a default is written out. Empty when both
 * would be the same once deployed.
 */
export function compareDesigns(before: Design, after: Design): ApiChange[] {
  if (before === after) return []
  const names = namesOf(before, after)
  const [old, now] = apiParts(before, after, names)
  return [
    ...diffParts(old, now),
    ...diffParts(clientParts(before, names.before), clientParts(after, names.after)),
    ...diffParts(localParts(before, names.before), localParts(after, names.after)),
  ]
}

type BothNames = ReturnType<typeof namesOf>

function apiParts(before: Design, after: Design, names: BothNames): [Part[], Part[]] {
  const partners = new Map([...names.apiPairs].map(([old, now]) => [now, old]))
  const old = before.apis.map((api, index) =>
    apiPart(before, api, index, names.before, names.apiPairs.get(api), 'before'),
  )
  const now = after.apis.map((api, index) => apiPart(after, api, index, names.after, partners.get(api), 'after'))
  return [old, now]
}

function apiPart(
  { account }: Design,
  api: Api,
  index: number,
  names: Names,
  other: Api | undefined,
  side: 'before' | 'after',
): Part {
  const common = { api: names.apis.get(api) ?? api.name, pointer: `/apis/${index}`, account: account.throttleSettings }
  if (isV2(api)) {
    const partner = other && isV2(other) ? other : undefined
    const authorizers = inOrder(api, partner ?? api, side, v2AuthorizerNames)[side]
    return v2ApiPart(api, { ...common, authorizers, other: partner })
  }
  const partner = other && !isV2(other) ? other : undefined
  const definition = inOrder(api, partner ?? api, side, definitionNames)[side]
  return restApiPart(api, { ...common, names: definition, other: partner })
}

function inOrder<Kind extends RestApi | V2Api, Result>(
  api: Kind,
  other: Kind,
  side: 'before' | 'after',
  namesOfBoth: (before: Kind, after: Kind) => Result,
): Result {
  return side === 'before' ? namesOfBoth(api, other) : namesOfBoth(other, api)
}

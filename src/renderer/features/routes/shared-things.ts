import type { Design } from '@shared/design/design'
import type { HttpApi } from '@shared/design/http-api'
import type { RestApi } from '@shared/design/rest-api'
import type { WebSocketApi } from '@shared/design/websocket-api'
import type { DesignTab } from '../../stores/ui-store'

export type SharedKind = Exclude<DesignTab['kind'], 'route' | 'stages'>

/** Something that routes share, with the tab that edits it. */
export interface SharedThing {
  readonly kind: SharedKind
  /** How many there are; absent for settings, which are always there. */
  readonly count?: number
}

/** What the routes of an API share, in the order it is listed; each type of API has parts of its own. */
export function sharedThings(design: Design, api: RestApi | HttpApi | WebSocketApi): SharedThing[] {
  const plans: SharedThing = { kind: 'usage-plans', count: design.usagePlans.length }
  const models: SharedThing = {
    kind: 'models',
    count: Object.keys(api.protocolType === 'HTTP' ? {} : (api.models ?? {})).length,
  }
  const common: SharedThing[] = [
    { kind: 'domains', count: design.domainNames.length },
    { kind: 'callers', count: callerCount(design) },
  ]
  const authorizers: SharedThing = { kind: 'authorizers', count: Object.keys(api.authorizers).length }
  if (api.protocolType === 'HTTP') return [{ kind: 'api' }, authorizers, { kind: 'cors' }, ...common]
  if (api.protocolType === 'WEBSOCKET') return [{ kind: 'api' }, authorizers, plans, models, ...common]
  return [
    authorizers,
    plans,
    models,
    { kind: 'gateway-responses', count: Object.keys(api.gatewayResponses).length },
    { kind: 'policy', count: api.policy === undefined ? 0 : 1 },
    ...common,
  ]
}

function callerCount({ identity }: Design): number {
  const { userPools = [], iamUsers = [] } = identity ?? {}
  return userPools.length + iamUsers.length
}

const LABELS: { readonly [kind in SharedKind]: string } = {
  api: 'API settings',
  authorizers: 'Authorizers',
  cors: 'CORS',
  'usage-plans': 'Usage plans',
  'api-keys': 'API keys',
  models: 'Models',
  'gateway-responses': 'Gateway responses',
  policy: 'Resource policy',
  domains: 'Custom domains',
  callers: 'Local callers',
}

/** The words on a tab: "POST /orders", "Usage plans", "prod". */
export function tabLabel(tab: DesignTab): string {
  if (tab.kind === 'route') return tab.key
  return tab.kind === 'stages' ? `Stage ${tab.key}` : LABELS[tab.kind]
}

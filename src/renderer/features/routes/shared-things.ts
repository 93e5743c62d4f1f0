import type { RestApi } from '@shared/design/rest-api'
import type { DesignTab } from '../../stores/ui-store'

/** Something that routes share, with the tab that edits it. */
export interface SharedThing {
  readonly kind: Exclude<DesignTab['kind'], 'route' | 'stages'>
  readonly label: string
  readonly count: number
}

export function sharedThings(api: RestApi, planCount: number, callerCount: number): SharedThing[] {
  return [
    { kind: 'authorizers', label: 'Authorizers', count: Object.keys(api.authorizers).length },
    { kind: 'usage-plans', label: 'Usage plans and keys', count: planCount },
    { kind: 'models', label: 'Models', count: Object.keys(api.models).length },
    { kind: 'gateway-responses', label: 'Gateway responses', count: Object.keys(api.gatewayResponses).length },
    { kind: 'policy', label: 'Resource policy', count: api.policy === undefined ? 0 : 1 },
    { kind: 'callers', label: 'Local callers', count: callerCount },
  ]
}

const LABELS: { readonly [kind in Exclude<DesignTab['kind'], 'route' | 'stages'>]: string } = {
  authorizers: 'Authorizers',
  'usage-plans': 'Usage plans',
  'api-keys': 'API keys',
  models: 'Models',
  'gateway-responses': 'Gateway responses',
  policy: 'Resource policy',
  callers: 'Local callers',
}

/** The words on a tab: "POST /orders", "Usage plans", "prod". */
export function tabLabel(tab: DesignTab): string {
  if (tab.kind === 'route') return tab.key
  return tab.kind === 'stages' ? `Stage ${tab.key}` : LABELS[tab.kind]
}

import { restRoutes, type RestRoute } from '@shared/design/route-key'
import type { RestApi } from '@shared/design/rest-api'
import { useSelectedRestApi } from '../../../stores/selected-api'
import { useUiStore, type DesignTab } from '../../../stores/ui-store'
import { PanelSection } from '../../../ui/panel-section'
import { tabLabel } from '../shared-things'
import { TabIcon } from '../tab-icon'

type SharedKind = Exclude<DesignTab['kind'], 'route'>

const TEXTS: { readonly [kind in SharedKind]: string } = {
  authorizers:
    'An authorizer says who calls and what they may. Its result is kept per token; until it expires a change of the policy is not seen.',
  'usage-plans':
    'A usage plan limits each of its API keys: requests a second, and requests a day, week or month. It counts over all stages that it covers.',
  'api-keys': 'An API key tells callers apart for usage plans. It is not a credential: whoever has it can use it.',
  models: 'A model is a JSON Schema (draft 4) that request bodies are checked against, by content type.',
  'gateway-responses':
    'What the gateway answers by itself. A type that is not customised takes status, headers and body of DEFAULT_4XX or DEFAULT_5XX.',
  policy: 'Says for the whole API who may call it. A Deny always wins; a caller that no statement allows is refused.',
  callers:
    'Local callers stand in for Cognito users and IAM users on this computer. The Try screen makes their tokens and signatures; nothing of them is exported.',
  cors: 'The API answers preflight requests itself and adds CORS headers to every answer. Functions need not know of it.',
  api: 'Settings of the API as a whole.',
  domains: 'A custom domain leads to stages by base path. Locally a request finds it by its Host header.',
  stages: 'A stage serves one deployment with settings of its own. Settings act at once; routes need a deployment.',
}

const V2_STAGE =
  'A stage of an HTTP or WebSocket API serves the API as it stands, with limits and variables of its own. $default answers without a stage in its address.'

/** What a tab of shared things is about, and which routes use them. */
export function SharedInspector({ kind }: { readonly kind: SharedKind }) {
  const api = useSelectedRestApi()
  const routes = api === null ? null : usersOf(api, kind)
  const text = api === null && kind === 'stages' ? V2_STAGE : TEXTS[kind]
  return (
    <div className="gw-inspector">
      <div className="gw-inspector-head">
        <TabIcon kind={kind} />
        <h2>{kind === 'stages' ? 'Stage' : tabLabel({ kind, key: '' })}</h2>
      </div>
      <p className="gw-inspector-text">{text}</p>
      {routes !== null && <UsedBy routes={routes} />}
    </div>
  )
}

/** Routes that use something of this kind; null where that says nothing. */
function usersOf(api: RestApi, kind: SharedKind): RestRoute[] | null {
  const uses: { readonly [each in SharedKind]?: (route: RestRoute) => boolean } = {
    authorizers: ({ method }) => method.authorizerId !== undefined,
    'usage-plans': ({ method }) => method.apiKeyRequired,
    'api-keys': ({ method }) => method.apiKeyRequired,
    callers: ({ method }) =>
      method.authorizationType === 'COGNITO_USER_POOLS' || method.authorizationType === 'AWS_IAM',
    models: ({ method }) => Object.keys(method.requestModels ?? {}).length > 0,
  }
  const isUser = uses[kind]
  return isUser === undefined ? null : restRoutes(api).filter(isUser)
}

const SHOWN = 50

function UsedBy({ routes }: { readonly routes: readonly RestRoute[] }) {
  return (
    <PanelSection title={`Used by ${routes.length} ${routes.length === 1 ? 'route' : 'routes'}`}>
      <ul className="gw-facts">
        {routes.slice(0, SHOWN).map(({ routeKey }) => (
          <li key={routeKey}>
            <button
              type="button"
              className="gw-link gw-mono"
              onClick={() => useUiStore.getState().openTab({ kind: 'route', key: routeKey })}
            >
              {routeKey}
            </button>
          </li>
        ))}
      </ul>
      {routes.length > SHOWN && <p className="gw-inspector-note">and {routes.length - SHOWN} more</p>}
    </PanelSection>
  )
}

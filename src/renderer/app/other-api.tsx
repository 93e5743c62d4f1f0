import type { Api } from '@shared/design/api'
import { useDesignStore } from '../stores/design-store'
import { useUiStore } from '../stores/ui-store'
import { DataTable, type Column } from '../ui/data-table'
import './other-api.css'
import type { Screen } from '../ui/screen'

interface RouteRow {
  readonly routeKey: string
  readonly authorization: string
  readonly integration: string
}

const COLUMNS: readonly Column<RouteRow>[] = [
  { key: 'route', label: 'Route', width: 'minmax(200px, 2fr)', mono: true, render: (row) => row.routeKey },
  { key: 'authorization', label: 'Authorization', width: 'minmax(120px, 1fr)', render: (row) => row.authorization },
  {
    key: 'integration',
    label: 'Integration',
    width: 'minmax(200px, 3fr)',
    mono: true,
    render: (row) => row.integration,
  },
]

function rowsOf(api: Api): RouteRow[] {
  if (api.protocolType === 'REST') return []
  return Object.entries(api.routes).map(([routeKey, route]) => {
    const integration = api.integrations[route.target ?? '']
    return {
      routeKey,
      authorization: route.authorizationType ?? 'NONE',
      integration: [integration?.integrationType, integration?.integrationUri].filter(Boolean).join(' ') || 'none',
    }
  })
}

/** Stands in for Design where the selected API is not a REST API. */
function OtherApi() {
  const apiId = useUiStore((state) => state.apiId)
  const api = useDesignStore((state) => state.design?.apis.find((each) => each.id === apiId))
  if (api === undefined) return null
  const type = api.protocolType === 'HTTP' ? 'HTTP' : 'WebSocket'
  return (
    <div className="gw-other">
      <h2>{api.name}</h2>
      <p>
        This release shows the routes of {type} APIs and keeps them in the project as they are. It does not edit or run
        them; the REST APIs of the project are in the API menu above.
      </p>
      <DataTable
        label={`Routes of ${api.name}`}
        columns={COLUMNS}
        rows={rowsOf(api)}
        rowKey={(row) => row.routeKey}
        empty="No routes yet"
      />
    </div>
  )
}

export const otherApiScreen: Screen = { Main: OtherApi }

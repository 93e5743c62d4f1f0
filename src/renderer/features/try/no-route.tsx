import { useMemo } from 'react'
import type { CallableApi } from '@shared/design/callable-api'
import { splitRouteKey } from '@shared/design/route-key'
import { MethodBadge } from '../../ui/method-badge'
import { closestRoutes } from './closest-routes'
import { takeRoute } from './take-route'
import { tryRoutes } from './try-route'
import type { OpenRequest } from './use-request'

export interface NoRouteProps {
  readonly open: OpenRequest
  readonly title: string
  /** By an API of this type; absent before the request was sent. */
  readonly answeredBy?: 'REST' | 'HTTP'
}

/** What the service answers to an address that no route has. */
const ANSWERS = { REST: '403 Missing Authentication Token', HTTP: '404 Not Found' } as const

/** An address that no route has, and those that are near to it. */
export function NoRoute({ open, title, answeredBy }: NoRouteProps) {
  const { api, request } = open
  const closest = useMemo(
    () => (api === null ? [] : closestRoutes(api, request.method, request.path)),
    [api, request.method, request.path],
  )
  const answer = ANSWERS[answeredBy ?? api?.protocolType ?? 'REST']
  return (
    <div className="gw-try-no-route" data-testid="no-route">
      <p className="gw-try-no-route-title">{title}</p>
      <p>
        {answeredBy !== undefined
          ? `The service answers ${answer} for every address that no route has.`
          : `Sent like this, the service answers ${answer}.`}
      </p>
      {api !== null && closest.length > 0 && (
        <>
          <p>{closest.length === 1 ? 'The closest is' : 'The closest are'}</p>
          <ul>
            {closest.map((routeKey) => (
              <li key={routeKey}>
                <CloseRoute api={api} open={open} routeKey={routeKey} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

interface CloseRouteProps {
  readonly api: CallableApi
  readonly open: OpenRequest
  readonly routeKey: string
}

function CloseRoute({ api, open, routeKey }: CloseRouteProps) {
  const { verb, path } = splitRouteKey(routeKey)
  return (
    <button
      type="button"
      className="gw-try-close-route"
      data-testid="closest-route"
      data-route-key={routeKey}
      onClick={() => {
        const route = tryRoutes(api).find((each) => each.routeKey === routeKey)
        if (route !== undefined) takeRoute(open, route)
      }}
    >
      <MethodBadge verb={verb} /> <span className="gw-mono">{path}</span>
    </button>
  )
}

import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useGatewayStore } from '../../stores/gateway-store'
import { useUiStore } from '../../stores/ui-store'
import { MethodBadge } from '../../ui/method-badge'
import { pathOf } from './match-route'
import { routesLike } from './routes-like'
import { sendActive } from './send-request'
import { takeRoute } from './take-route'
import { accessOf, tryRoutes, type TryRoute } from './try-route'
import { baseUrl, pathOfInput } from './url-input'
import { changeRequest, type OpenRequest } from './use-request'

/** The address below the stage, with the routes of the API to choose from. */
export function UrlField({ open }: { readonly open: OpenRequest }) {
  const { request, api } = open
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const routes = useMemo(
    () => (api === null || !isOpen ? [] : routesLike(tryRoutes(api), request.method, pathOf(request.path))),
    [api, isOpen, request.method, request.path],
  )
  const isShown = isOpen && routes.length > 0

  function close(): void {
    setOpen(false)
    setActive(-1)
  }
  function type(text: string): void {
    changeRequest({ path: pathOfInput(text, request.apiId, request.stage) })
    setOpen(true)
    setActive(-1)
  }
  function choose(route: TryRoute): void {
    const path = takeRoute(open, route)
    close()
    requestAnimationFrame(() => selectSample(input.current, path, route.path))
  }
  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) {
      setOpen(true)
      if (isShown) setActive((active + by + routes.length) % routes.length)
      else setActive(0)
    } else if (event.key === 'Escape' && isShown) close()
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const route = isShown ? routes[active] : undefined
      if (route === undefined) {
        close()
        void sendActive()
      } else choose(route)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="gw-try-url" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}>
      <Base apiId={request.apiId} stage={request.stage} />
      <input
        ref={input}
        className="gw-try-url-input gw-mono"
        type="text"
        aria-label="URL"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isShown ? listId : undefined}
        aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
        data-testid="request-url"
        value={request.path}
        placeholder="/path?query"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.currentTarget.value)}
        onMouseDown={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {isShown && (
        <ul className="gw-try-routes" role="listbox" id={listId} aria-label="Routes">
          {routes.map((route, index) => (
            <RouteOption
              key={route.routeKey}
              id={`${listId}-${index}`}
              route={route}
              isActive={index === active}
              onChoose={() => choose(route)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

/** The address of the stage, before what is typed. */
function Base({ apiId, stage }: { readonly apiId: string; readonly stage: string }) {
  const gateway = useGatewayStore((state) => state.gateway)
  const gatewayPort = useUiStore((state) => state.settings.gatewayPort)
  const base = baseUrl(gateway.state === 'running' ? gateway.port : gatewayPort, apiId, stage)
  return (
    <span className="gw-try-base gw-mono" title={base}>
      {base}
    </span>
  )
}

interface RouteOptionProps {
  readonly id: string
  readonly route: TryRoute
  readonly isActive: boolean
  onChoose(): void
}

function RouteOption({ id, route, isActive, onChoose }: RouteOptionProps) {
  const { verb, path } = route
  const { operationName } = accessOf(route)
  return (
    <li
      id={id}
      role="option"
      className="gw-try-route"
      aria-selected={isActive}
      data-testid="route-option"
      data-route-key={route.routeKey}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' })
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <MethodBadge verb={verb} />
      <span className="gw-mono">{path}</span>
      {operationName !== undefined && <span className="gw-try-muted">{operationName}</span>}
    </li>
  )
}

/** The value of the first path parameter is what one types next. */
function selectSample(input: HTMLInputElement | null, path: string, routePath: string): void {
  input?.focus()
  const start = routePath.indexOf('{')
  if (input === null || start === -1) return
  const rest = path.slice(start)
  const length = rest.search(/[/?]/)
  input.setSelectionRange(start, length === -1 ? path.length : start + length)
}

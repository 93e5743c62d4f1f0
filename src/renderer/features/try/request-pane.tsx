import { useTryStore, type ComposerTab } from '../../stores/try-store'
import { Pane } from '../../ui/pane'
import { PaneTabs, type PaneTab } from '../../ui/pane-tabs'
import { AuthTab } from './auth-tab'
import { BodyActions, BodyTab } from './body-tab'
import { CallerTab } from './caller-tab'
import { PairsEditor } from './pairs-editor'
import { queryOf, withQuery } from './query-text'
import { changeRequest, type OpenRequest } from './use-request'

/** What is sent: the body, headers, the query, who signs in and where the caller sits. */
export function RequestPane({ open }: { readonly open: OpenRequest }) {
  const tab = useTryStore((state) => state.composerTab)
  const { request } = open
  return (
    <Pane label="Request" head={<RequestHead open={open} />}>
      {tab === 'body' && <BodyTab open={open} />}
      {tab === 'headers' && (
        <div className="gw-try-form">
          <PairsEditor
            noun="header"
            pairs={request.headers}
            names={HEADER_NAMES}
            onChange={(headers) => changeRequest({ headers })}
          />
        </div>
      )}
      {tab === 'query' && <QueryTab key={open.draft.id} path={request.path} />}
      {tab === 'auth' && <AuthTab open={open} />}
      {tab === 'caller' && <CallerTab open={open} />}
    </Pane>
  )
}

/** What callers of an API write most. */
const HEADER_NAMES = [
  'Accept',
  'Accept-Encoding',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'Authorization',
  'Cache-Control',
  'Content-Type',
  'If-None-Match',
  'Origin',
  'X-Amz-Date',
  'X-Amzn-Trace-Id',
  'X-Forwarded-For',
]

function QueryTab({ path }: { readonly path: string }) {
  return (
    <div className="gw-try-form">
      <PairsEditor
        noun="query parameter"
        pairs={queryOf(path)}
        onChange={(pairs) => changeRequest({ path: withQuery(path, pairs) })}
      />
    </div>
  )
}

function RequestHead({ open }: { readonly open: OpenRequest }) {
  const tab = useTryStore((state) => state.composerTab)
  const { request } = open
  const auth = [request.token !== null && 'token', request.iamUser !== null && 'signed'].filter(Boolean).join(', ')
  const tabs: readonly PaneTab<ComposerTab>[] = [
    { id: 'body', label: 'Body' },
    { id: 'headers', label: 'Headers', mark: count(request.headers.filter(([name]) => name !== '').length) },
    { id: 'query', label: 'Query', mark: count(queryOf(request.path).length) },
    { id: 'auth', label: 'Auth', mark: auth === '' ? undefined : <span className="gw-pane-count">{auth}</span> },
    { id: 'caller', label: 'Caller', mark: count(Object.keys(request.caller).length) },
  ]
  return (
    <>
      <PaneTabs<ComposerTab>
        label="Request"
        active={tab}
        tabs={tabs}
        onChange={(composerTab) => useTryStore.setState({ composerTab })}
      />
      <span className="gw-try-gap" />
      {tab === 'body' && <BodyActions open={open} />}
    </>
  )
}

function count(size: number) {
  return size === 0 ? undefined : <span className="gw-pane-count">{size}</span>
}

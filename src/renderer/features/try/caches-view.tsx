import { useEffect } from 'react'
import type { CacheEntry, FlushTarget } from '@shared/contract/try'
import { useGatewayStore } from '../../stores/gateway-store'
import { useTryStore } from '../../stores/try-store'
import { ActionButton } from '../../ui/action-button'
import { DataTable, type Column } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { loadCaches } from './load-caches'
import { flush } from './request-actions'

/** Milliseconds between two looks. */
const LOOK_EVERY_MS = 2000

/** What the gateway keeps for a while: results of authorizers and responses, with their age. */
export function CachesView() {
  const isRunning = useGatewayStore(({ gateway }) => gateway.state === 'running')
  const caches = useTryStore((state) => state.caches)
  useFreshCaches(isRunning)
  if (!isRunning) return <EmptyState title="The gateway is stopped">It keeps nothing while it does not run.</EmptyState>
  return (
    <div className="gw-try-caches" data-testid="caches">
      <Cache
        title="Responses"
        what="response"
        action="Flush stage cache"
        entries={caches?.response ?? []}
        owner="Route"
        empty="No response is kept."
      />
      <Cache
        title="Authorizer results"
        what="authorizer"
        action="Flush authorizer results"
        entries={caches?.authorizer ?? []}
        owner="Authorizer"
        empty="No result is kept."
      />
    </div>
  )
}

/** Ask at once, and every now and then. */
function useFreshCaches(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return undefined
    void loadCaches()
    const timer = setInterval(() => void loadCaches(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isRunning])
}

interface CacheProps {
  readonly title: string
  readonly what: FlushTarget
  readonly action: string
  readonly entries: readonly CacheEntry[]
  readonly owner: string
  readonly empty: string
}

function Cache({ title, what, action, entries, owner, empty }: CacheProps) {
  return (
    <section className="gw-try-cache" aria-label={title}>
      <div className="gw-try-payload-head">
        <h3>{title}</h3>
        <span className="gw-try-muted gw-numbers">{entries.length}</span>
        <span className="gw-try-gap" />
        <ActionButton disabledReason={entries.length === 0 ? 'Nothing is kept' : null} onClick={() => void flush(what)}>
          {action}
        </ActionButton>
      </div>
      <div className="gw-try-cache-rows">
        <DataTable
          label={title}
          rowTestId="cache-entry"
          columns={columnsOf(owner)}
          rows={entries}
          rowKey={(entry) => [entry.apiName, entry.stage, entry.owner, entry.key].join(' ')}
          rowAttributes={({ owner: name, ageSeconds, ttlSeconds }) => ({
            'data-cache': what,
            'data-owner': name,
            'data-age': Math.floor(ageSeconds),
            'data-ttl': ttlSeconds,
          })}
          empty={empty}
        />
      </div>
    </section>
  )
}

function columnsOf(owner: string): readonly Column<CacheEntry>[] {
  return [
    {
      key: 'owner',
      label: owner,
      width: 'minmax(96px, 1.2fr)',
      render: (entry) => <span title={`${entry.owner}, ${entry.apiName} ${entry.stage}`}>{entry.owner}</span>,
    },
    {
      key: 'key',
      label: 'Key',
      width: 'minmax(80px, 1.2fr)',
      mono: true,
      render: ({ key }) => <span title={key}>{key}</span>,
    },
    {
      key: 'summary',
      label: 'Kept',
      width: 'minmax(96px, 1.4fr)',
      render: ({ summary }) => <span title={summary}>{summary}</span>,
    },
    {
      key: 'age',
      label: 'Age',
      width: '92px',
      align: 'end',
      render: ({ ageSeconds, ttlSeconds }) => `${Math.floor(ageSeconds)} of ${ttlSeconds} s`,
    },
  ]
}

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { useDeferredValue, useMemo } from 'react'
import { useGatewayStore } from '../../stores/gateway-store'
import { callOf, useTryStore } from '../../stores/try-store'
import { formatClock, formatCount } from '../../ui/format'
import { MethodBadge } from '../../ui/method-badge'
import { TreeList } from '../../ui/tree-list'
import type { TreeItem } from '../../ui/tree-rows'
import { historyRows, matchesHistory, type HistoryRow } from './history-rows'
import { openHistory } from './open-history'
import { statusTone } from './http-status'
import { useShown } from './use-request'

/** Calls of the gateway, also those from elsewhere, the newest first. One opens with the request that led to it. */
export function HistoryList({ filter }: { readonly filter: string }) {
  // Many calls may come in at once; the list may follow a little later.
  const calls = useDeferredValue(useGatewayStore((state) => state.calls))
  const sent = useDeferredValue(useTryStore((state) => state.sent))
  const rows = useMemo(() => historyRows(calls, sent), [calls, sent])
  const shownId = callOf(useShown())?.requestId ?? null
  const items = useMemo(() => rows.filter((row) => matchesHistory(row, filter)).map(itemOf), [rows, filter])
  return (
    <section className="gw-try-side-history" aria-labelledby="try-history">
      <div className="gw-try-side-title">
        <h3 id="try-history">History</h3>
        {rows.length > 0 && (
          <>
            <span className="gw-try-side-count gw-numbers">{formatCount(rows.length)}</span>
            <Tooltip label="Clear history">
              <ActionIcon size={24} aria-label="Clear history" onClick={clear}>
                <IconEraser size={14} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </>
        )}
      </div>
      {items.length === 0 ? (
        <p className="gw-try-side-none">
          {rows.length === 0 ? 'Calls of the gateway are listed here, from wherever they come.' : 'None fits.'}
        </p>
      ) : (
        <div className="gw-try-side-rows">
          <TreeList
            items={items}
            label="History"
            testId="history"
            selectedId={shownId}
            onSelect={(id) => {
              const row = rows.find((each) => each.id === id)
              if (row !== undefined) openHistory(row)
            }}
            fillsParent
          />
        </div>
      )}
    </section>
  )
}

function clear(): void {
  useTryStore.getState().clearHistory()
  useGatewayStore.getState().clearCalls()
}

function itemOf({ id, at, method, path, status }: HistoryRow): TreeItem {
  return {
    id,
    name: `${method} ${path}, ${status === 0 ? 'no answer' : status}, ${formatClock(at).slice(0, 8)}`,
    content: (
      <span className="gw-try-side-call">
        <MethodBadge verb={method} />
        <span className="gw-try-side-text gw-mono" title={`${formatClock(at)} ${method} ${path}`}>
          {path}
        </span>
      </span>
    ),
    trailing: (
      <span className="gw-try-side-status gw-mono" data-tone={statusTone(status)}>
        {status === 0 ? 'failed' : status}
      </span>
    ),
    testId: 'history-item',
    attributes: { 'data-request-id': id, 'data-status': String(status) },
  }
}

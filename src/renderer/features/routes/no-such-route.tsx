import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { EmptyState } from '../../ui/empty-state'

/** In a tab whose route is gone. */
export function NoSuchRoute({ routeKey }: { readonly routeKey: string }) {
  const close = (): void => useUiStore.getState().closeTab({ kind: 'route', key: routeKey })
  return (
    <EmptyState
      title={`${routeKey} is not part of this API`}
      actions={<ActionButton onClick={close}>Close tab</ActionButton>}
    >
      It was deleted, or it has another path now.
    </EmptyState>
  )
}

import { useShallow } from 'zustand/react/shallow'
import { useDesignStore } from '../../stores/design-store'
import { isSaved } from '../../stores/try-request'
import { requestsOf, useTryStore, type TryDraft } from '../../stores/try-store'
import { DocumentTabs } from '../../ui/document-tabs'
import { MethodBadge } from '../../ui/method-badge'
import { pathOf } from './match-route'

/** The open requests. */
export function RequestTabs() {
  const drafts = useTryStore((state) => state.drafts)
  const activeId = useTryStore((state) => state.activeId)
  const edited = useEditedIds(drafts)
  const activate = useTryStore((state) => state.activate)
  const close = useTryStore((state) => state.close)
  const change = useTryStore((state) => state.change)
  return (
    <DocumentTabs
      label="Open requests"
      tabs={drafts.map(({ id, savedName, request, isPreview }) => ({
        id,
        kind: 'request',
        key: savedName ?? `${request.method} ${request.path}`,
        isPreview,
        icon: <MethodBadge verb={request.method} />,
        title: savedName ?? <span className="gw-mono">{pathOf(request.path)}</span>,
        mark: edited.includes(id) && (
          <span className="gw-doc-tab-dot" title="Not saved" aria-label="not saved" role="img" />
        ),
      }))}
      activeId={activeId}
      onOpen={activate}
      onClose={close}
      onDoubleClick={(id) => change(id, {})}
    />
  )
}

/** Saved requests that were changed since. */
function useEditedIds(drafts: readonly TryDraft[]): readonly string[] {
  return useDesignStore(
    useShallow(({ design }) => {
      const requests = requestsOf(design)
      const isEdited = ({ savedName, request }: TryDraft): boolean => {
        const saved = savedName === null ? undefined : requests.find(({ name }) => name === savedName)
        return saved !== undefined && !isSaved(request, saved)
      }
      return drafts.filter(isEdited).map(({ id }) => id)
    }),
  )
}

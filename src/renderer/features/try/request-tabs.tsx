import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { isSaved } from '../../stores/try-request'
import { requestsOf, useTryStore, type TryDraft } from '../../stores/try-store'
import { MethodBadge } from '../../ui/method-badge'
import { pathOf } from './match-route'

/** The open requests. Arrow keys move between them, Delete or a middle click closes one. */
export function RequestTabs() {
  const drafts = useTryStore((state) => state.drafts)
  const activeId = useTryStore((state) => state.activeId)
  const bar = useRef<HTMLDivElement>(null)
  if (drafts.length === 0) return null

  function onKeyDown(event: KeyboardEvent): void {
    const at = drafts.findIndex(({ id }) => id === activeId)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: drafts.length - 1 }[event.key]
    const { activate, close } = useTryStore.getState()
    if (to !== undefined) {
      activate(drafts[(to + drafts.length) % drafts.length]?.id ?? '')
      requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
    } else if (event.key === 'Delete' && activeId !== null) close(activeId)
    else return
    event.preventDefault()
  }

  return (
    <div className="gw-try-bar" role="tablist" aria-label="Open requests" ref={bar} onKeyDown={onKeyDown}>
      {drafts.map((draft) => (
        <RequestTab key={draft.id} draft={draft} isActive={draft.id === activeId} />
      ))}
    </div>
  )
}

function RequestTab({ draft, isActive }: { readonly draft: TryDraft; readonly isActive: boolean }) {
  const { id, savedName, request, isPreview } = draft
  const button = useRef<HTMLButtonElement>(null)
  const isEdited = useIsEdited(draft)
  useEffect(() => {
    if (isActive) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isActive])
  const close = (): void => useTryStore.getState().close(id)
  return (
    <button
      ref={button}
      type="button"
      role="tab"
      className="gw-try-bar-tab"
      aria-selected={isActive}
      aria-keyshortcuts="Delete"
      tabIndex={isActive ? 0 : -1}
      data-testid="editor-tab"
      data-kind="request"
      data-key={savedName ?? `${request.method} ${request.path}`}
      data-preview={isPreview || undefined}
      onClick={() => useTryStore.getState().activate(id)}
      onDoubleClick={() => useTryStore.getState().change(id, {})}
      onAuxClick={(event) => event.button === 1 && close()}
    >
      <MethodBadge verb={request.method} />
      <span className={savedName === null ? 'gw-mono' : undefined}>{savedName ?? pathOf(request.path)}</span>
      {isEdited && <span className="gw-try-bar-dot" title="Not saved" aria-label="not saved" role="img" />}
      <span
        className="gw-try-bar-close"
        aria-hidden="true"
        title="Close"
        onClick={(event: MouseEvent) => {
          event.stopPropagation()
          close()
        }}
      >
        <IconX size={12} stroke={1.6} />
      </span>
    </button>
  )
}

/** Whether a saved request was changed since. */
function useIsEdited({ savedName, request }: TryDraft): boolean {
  return useDesignStore((state) => {
    const saved = savedName === null ? undefined : requestsOf(state.design).find(({ name }) => name === savedName)
    return saved !== undefined && !isSaved(request, saved)
  })
}

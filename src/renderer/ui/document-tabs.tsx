import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import './document-tabs.css'

/** One open thing. */
export interface DocumentTab {
  readonly id: string
  /** For tests: what kind of thing it is, and which. */
  readonly kind: string
  readonly key: string
  /** Shown in italics: it gives way to the next one that is opened. */
  readonly isPreview?: boolean
  readonly icon: ReactNode
  readonly title: ReactNode
  /** Behind the title. */
  readonly mark?: ReactNode
}

export interface DocumentTabsProps {
  /** "Open templates". */
  readonly label: string
  readonly tabs: readonly DocumentTab[]
  readonly activeId: string | null
  readonly onOpen: (id: string) => void
  readonly onClose: (id: string) => void
  readonly onDoubleClick?: (id: string) => void
}

/** The open things of a screen. Arrow keys move between them, Delete or a middle click closes one. */
export function DocumentTabs(props: DocumentTabsProps) {
  const { label, tabs, activeId, onOpen, onClose } = props
  const bar = useRef<HTMLDivElement>(null)
  if (tabs.length === 0) return null

  function onKeyDown(event: KeyboardEvent): void {
    const at = tabs.findIndex(({ id }) => id === activeId)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to !== undefined) {
      onOpen(tabs[(to + tabs.length) % tabs.length]!.id)
      requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
    } else if (event.key === 'Delete' && activeId !== null) onClose(activeId)
    else return
    event.preventDefault()
  }

  return (
    <div className="gw-doc-tabs" role="tablist" aria-label={label} ref={bar} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <OneTab key={tab.id} tab={tab} isActive={tab.id === activeId} {...props} />
      ))}
    </div>
  )
}

interface OneTabProps extends DocumentTabsProps {
  readonly tab: DocumentTab
  readonly isActive: boolean
}

function OneTab({ tab, isActive, onOpen, onClose, onDoubleClick }: OneTabProps) {
  const { id, kind, key, isPreview, icon, title, mark } = tab
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isActive) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isActive])
  return (
    <button
      ref={button}
      type="button"
      role="tab"
      className="gw-doc-tab"
      aria-selected={isActive}
      aria-keyshortcuts="Delete"
      tabIndex={isActive ? 0 : -1}
      data-testid="editor-tab"
      data-kind={kind}
      data-key={key}
      data-preview={isPreview || undefined}
      onClick={() => onOpen(id)}
      onDoubleClick={() => onDoubleClick?.(id)}
      onAuxClick={(event) => event.button === 1 && onClose(id)}
    >
      {icon}
      <span className="gw-doc-tab-title">{title}</span>
      {mark}
      <span
        className="gw-doc-tab-close"
        aria-hidden="true"
        title="Close"
        onClick={(event: MouseEvent) => {
          event.stopPropagation()
          onClose(id)
        }}
      >
        <IconX size={12} stroke={1.6} />
      </span>
    </button>
  )
}

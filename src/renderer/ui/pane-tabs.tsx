import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import './pane.css'

export interface PaneTab<Id extends string> {
  readonly id: Id
  readonly label: string
  /** A count or a mark behind the label. */
  readonly mark?: ReactNode
  /** Why it cannot be chosen. */
  readonly disabledReason?: string
}

export interface PaneTabsProps<Id extends string> {
  /** The accessible name: "Event". */
  readonly label: string
  readonly tabs: readonly PaneTab<Id>[]
  readonly active: Id
  onChange(id: Id): void
}

/** The tabs of one part of the screen. Arrow keys move between them. */
export function PaneTabs<Id extends string>({ label, tabs, active, onChange }: PaneTabsProps<Id>) {
  const bar = useRef<HTMLDivElement>(null)
  function onKeyDown(event: KeyboardEvent): void {
    const open = tabs.filter(({ disabledReason }) => disabledReason === undefined)
    const at = open.findIndex((tab) => tab.id === active)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: open.length - 1 }[event.key]
    const tab = to === undefined ? undefined : open[(to + open.length) % open.length]
    if (tab === undefined) return
    event.preventDefault()
    onChange(tab.id)
    requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
  }
  return (
    <div className="gw-pane-tabs" role="tablist" aria-label={label} ref={bar} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className="gw-pane-tab"
          data-tab={tab.id}
          aria-selected={tab.id === active}
          tabIndex={tab.id === active ? 0 : -1}
          aria-disabled={tab.disabledReason !== undefined || undefined}
          aria-description={tab.disabledReason}
          title={tab.disabledReason}
          onClick={() => tab.disabledReason === undefined && onChange(tab.id)}
        >
          {tab.label}
          {tab.mark}
        </button>
      ))}
    </div>
  )
}

import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { splitRouteKey } from '@shared/design/route-key'
import { isSameTab, useUiStore, type DesignTab } from '../../stores/ui-store'
import { MethodBadge } from '../../ui/method-badge'
import { tabLabel } from './shared-things'
import { TabIcon } from './tab-icon'

/** The open things. Arrow keys move between them, Delete or a middle click closes one. */
export function DesignTabs() {
  const tabs = useUiStore((state) => state.tabs)
  const activeTab = useUiStore((state) => state.activeTab)
  const bar = useRef<HTMLDivElement>(null)
  if (tabs.length === 0) return null

  function onKeyDown(event: KeyboardEvent): void {
    const at = tabs.findIndex((tab) => isSameTab(tab, activeTab))
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tabs.length - 1
          : by === undefined
            ? null
            : (at + by + tabs.length) % tabs.length
    const tab = tabs[to ?? at]
    if (tab === undefined) return
    if (to !== null) {
      useUiStore.getState().openTab(tab)
      requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
    } else if (event.key === 'Delete') useUiStore.getState().closeTab(tab)
    else return
    event.preventDefault()
  }

  return (
    <div className="gw-tabs" role="tablist" aria-label="Open" ref={bar} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <EditorTab key={`${tab.kind} ${tab.key}`} tab={tab} isActive={isSameTab(tab, activeTab)} />
      ))}
    </div>
  )
}

function EditorTab({ tab, isActive }: { readonly tab: DesignTab; readonly isActive: boolean }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isActive) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isActive])
  return (
    <button
      ref={button}
      type="button"
      role="tab"
      className="gw-tab"
      aria-selected={isActive}
      aria-keyshortcuts="Delete"
      tabIndex={isActive ? 0 : -1}
      data-testid="editor-tab"
      data-kind={tab.kind}
      data-key={tab.key}
      onClick={() => open(tab)}
      onAuxClick={(event) => event.button === 1 && close(tab)}
    >
      <TabContent tab={tab} />
      <span className="gw-tab-close" aria-hidden="true" title="Close" onClick={(event) => closeOnly(event, tab)}>
        <IconX size={12} stroke={1.6} />
      </span>
    </button>
  )
}

function open(tab: DesignTab): void {
  useUiStore.getState().openTab(tab)
}

function close(tab: DesignTab): void {
  useUiStore.getState().closeTab(tab)
}

/** The mouse's way to close; the keyboard has Delete. */
function closeOnly(event: MouseEvent, tab: DesignTab): void {
  event.stopPropagation()
  close(tab)
}

function TabContent({ tab }: { readonly tab: DesignTab }) {
  if (tab.kind === 'route') {
    if (!tab.key.includes(' ')) return <span className="gw-mono">{tab.key}</span>
    const { verb, path } = splitRouteKey(tab.key)
    return (
      <>
        <MethodBadge verb={verb} /> <span className="gw-mono">{path}</span>
      </>
    )
  }
  return (
    <>
      <TabIcon kind={tab.kind} /> {tabLabel(tab)}
    </>
  )
}

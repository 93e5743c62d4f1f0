import { useEffect, type ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useUiStore, type Activity } from '../stores/ui-store'
import tokens from '../ui/theme/tokens.json'
import type { Screen } from '../ui/screen'
import { useNarrow } from './use-narrow'
import { useScreen } from './use-screen'

const TITLES: { readonly [activity in Activity]: string } = {
  welcome: 'Welcome',
  design: 'Design',
  templates: 'Templates',
  try: 'Try',
  simulate: 'Simulate',
  export: 'Export',
  learn: 'Learn',
  settings: 'Settings',
}

function Sidebar({ children }: { readonly children: ReactNode }) {
  return (
    <aside className="gw-side" aria-label="Sidebar" data-region="sidebar">
      {children}
    </aside>
  )
}

function Inspector({ children }: { readonly children: ReactNode }) {
  const step = useUiStore((state) =>
    state.activity === 'design' && state.activeTab?.kind === 'route' ? state.step : undefined,
  )
  return (
    <aside className="gw-side" aria-label="Inspector" data-region="inspector" data-testid="inspector" data-step={step}>
      {children}
    </aside>
  )
}

function Skeleton() {
  return (
    <div className="gw-skeleton" role="status" aria-label="Loading">
      {[60, 80, 72, 90, 66, 84].map((width) => (
        <span key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}

/** The bottom panel leaves most of a low window to the main part. Pixels. */
function panelHeight(): number {
  return Math.min(196, Math.round(window.innerHeight * 0.3))
}

/** The main part, with the bottom panel below it where the screen has one. */
function Center({ activity, screen }: { readonly activity: Activity; readonly screen: Screen | null }) {
  const isPanelOpen = useUiStore((state) => state.isPanelOpen)
  const hasPanel = screen?.Panel !== undefined && isPanelOpen
  return (
    <Group orientation="vertical" className="gw-group">
      <Panel id="main-panel" minSize={160}>
        <main className="gw-main" data-region="main">
          <h1 className="gw-hidden">{TITLES[activity]}</h1>
          {screen === null ? <Skeleton /> : <screen.Main />}
        </main>
      </Panel>
      {hasPanel && screen?.Panel && (
        <>
          <Separator className="gw-separator" data-lies aria-label="Height of the bottom panel" />
          <Panel
            id="lower-panel"
            defaultSize={panelHeight()}
            minSize={96}
            maxSize="70"
            groupResizeBehavior="preserve-pixel-size"
          >
            <section className="gw-bottom" aria-label="Panel" data-region="panel" data-testid="bottom-panel">
              <screen.Panel />
            </section>
          </Panel>
        </>
      )}
    </Group>
  )
}

/** In a narrow window the inspector comes out when there is something new in it to see. */
function useInspectorOnDemand(isOver: boolean): void {
  useEffect(() => {
    if (!isOver) return undefined
    return useUiStore.subscribe((state, before) => {
      const isAsked =
        state.step !== before.step || (state.focusPointer !== null && state.focusPointer !== before.focusPointer)
      if (isAsked && state.activity === 'design' && !state.isInspectorOpen) state.toggle('inspector')
    })
  }, [isOver])
}

export function Workspace({ activity }: { readonly activity: Activity }) {
  const screen = useScreen()
  const isSidebarOpen = useUiStore((state) => state.isSidebarOpen)
  const isInspectorOpen = useUiStore((state) => state.isInspectorOpen)
  const { isSidebarOver, isInspectorOver } = useNarrow()
  useInspectorOnDemand(isInspectorOver)
  const sidebar = screen?.Sidebar && isSidebarOpen && (
    <Sidebar>
      <screen.Sidebar />
    </Sidebar>
  )
  const inspector = screen?.Inspector && isInspectorOpen && (
    <Inspector>
      <screen.Inspector />
    </Inspector>
  )
  return (
    <>
      <Group orientation="horizontal" className="gw-group">
        {sidebar && !isSidebarOver && (
          <>
            <Panel
              id="sidebar-panel"
              defaultSize={tokens.size.sidebar}
              minSize={180}
              maxSize={420}
              groupResizeBehavior="preserve-pixel-size"
            >
              {sidebar}
            </Panel>
            <Separator className="gw-separator" aria-label="Width of the sidebar" />
          </>
        )}
        <Panel id="center-panel" minSize={320}>
          <Center activity={activity} screen={screen} />
        </Panel>
        {inspector && !isInspectorOver && (
          <>
            <Separator className="gw-separator" aria-label="Width of the inspector" />
            <Panel
              id="inspector-panel"
              defaultSize={tokens.size.inspector}
              minSize={280}
              maxSize={480}
              groupResizeBehavior="preserve-pixel-size"
            >
              {inspector}
            </Panel>
          </>
        )}
      </Group>
      {sidebar && isSidebarOver && <Over side="sidebar">{sidebar}</Over>}
      {inspector && isInspectorOver && <Over side="inspector">{inspector}</Over>}
    </>
  )
}

/** A side that lies over the main part: Escape closes it and gives the focus back to the main part. */
function Over({ side, children }: { readonly side: 'sidebar' | 'inspector'; readonly children: ReactNode }) {
  return (
    <div
      className="gw-over"
      data-side={side}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        useUiStore.getState().toggle(side)
        document.querySelector<HTMLElement>('[data-region="main"] :is(button, [tabindex="0"])')?.focus()
      }}
    >
      {children}
    </div>
  )
}

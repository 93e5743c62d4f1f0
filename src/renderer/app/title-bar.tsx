import { ActionIcon, Kbd, Tooltip } from '@mantine/core'
import {
  IconLayoutBottombar,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconPlayerPlay,
  IconPlayerStop,
  IconRocket,
  IconSearch,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { MenuCommandId } from '@shared/contract/menu'
import { bridge } from '../contract-client'
import { useDesignStore } from '../stores/design-store'
import { useGatewayStore } from '../stores/gateway-store'
import { useSelectedV2Api } from '../stores/selected-api'
import { useUiStore } from '../stores/ui-store'
import { ActionButton } from '../ui/action-button'
import { Chip } from '../ui/chip'
import { Logo } from '../ui/logo'
import { ApplicationMenu } from './application-menu'
import { runCommand, whyNot } from './commands/commands'
import { ContextMenus } from './context-menus'
import { commandCaps, commandKeys } from '../stores/command-keys'
import './title-bar.css'
import { UndeployedChanges } from './undeployed-changes'
import { useScreen } from './use-screen'

/** The selected stage of a REST API has a deployment and a gateway to run; so the buttons need both stores. */
function useCommandState(id: MenuCommandId): string | null {
  useDesignStore((state) => state.design)
  useUiStore((state) => `${state.apiId} ${state.stage}`)
  useGatewayStore((state) => state.gateway)
  return whyNot(id)
}

/** HTTP and WebSocket APIs serve the design as it stands. */
function DeployButton() {
  const reason = useCommandState('stage.deploy')
  const isAutomatic = useSelectedV2Api() !== null
  if (isAutomatic) return <Chip tone="outline">auto-deploy</Chip>
  return (
    <ActionButton
      testId="deploy"
      label="Deploy"
      leftSection={<IconRocket size={16} />}
      disabledReason={reason}
      tooltip={commandKeys('stage.deploy')}
      onClick={() => runCommand('stage.deploy')}
    >
      <span className="gw-title-word">Deploy</span>
    </ActionButton>
  )
}

function GatewayButton() {
  const { state } = useGatewayStore((store) => store.gateway)
  const reason = useCommandState('gateway.toggle')
  const isRunning = state === 'running'
  const label = isRunning ? 'Stop gateway' : 'Start gateway'
  const Icon = isRunning ? IconPlayerStop : IconPlayerPlay
  return (
    <ActionButton
      testId="gateway-toggle"
      label={label}
      attributes={{ 'data-state': state }}
      leftSection={<Icon size={16} />}
      disabledReason={reason}
      tooltip={commandKeys('gateway.toggle')}
      onClick={() => runCommand('gateway.toggle')}
    >
      <span className="gw-title-word">{label}</span>
    </ActionButton>
  )
}

function Toggle({ id, label, isOn, icon }: { id: MenuCommandId; label: string; isOn: boolean; icon: ReactNode }) {
  return (
    <Tooltip label={`${isOn ? 'Hide' : 'Show'} ${label}, ${commandKeys(id)}`}>
      <ActionIcon
        aria-label={`Show ${label}`}
        aria-pressed={isOn}
        className="gw-title-toggle"
        // The keys may do more, as on Templates; the button does what it says.
        onClick={() => (id === 'view.panel' ? useUiStore.getState().toggle('panel') : runCommand(id))}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

/** One switch for each part that the screen on show has. */
function Toggles() {
  const screen = useScreen()
  const isSidebarOpen = useUiStore((state) => state.isSidebarOpen)
  const isPanelOpen = useUiStore((state) => state.isPanelOpen)
  const isInspectorOpen = useUiStore((state) => state.isInspectorOpen)
  const icon = { size: 18, stroke: 1.6 }
  return (
    <div className="gw-title-toggles">
      {screen?.Sidebar && (
        <Toggle id="view.sidebar" label="sidebar" isOn={isSidebarOpen} icon={<IconLayoutSidebar {...icon} />} />
      )}
      {screen?.Panel && (
        <Toggle id="view.panel" label="bottom panel" isOn={isPanelOpen} icon={<IconLayoutBottombar {...icon} />} />
      )}
      {screen?.Inspector && (
        <Toggle
          id="view.inspector"
          label="inspector"
          isOn={isInspectorOpen}
          icon={<IconLayoutSidebarRight {...icon} />}
        />
      )}
    </div>
  )
}

function SearchField() {
  const caps = commandCaps('view.palette')
  return (
    <button
      type="button"
      className="gw-title-search"
      data-testid="open-palette"
      onClick={() => runCommand('view.palette')}
    >
      <IconSearch size={16} stroke={1.6} aria-hidden />
      <span className="gw-title-search-text">Search or run a command</span>
      <Kbd>{caps.join(' ')}</Kbd>
    </button>
  )
}

export function TitleBar() {
  const hasProject = useDesignStore((state) => state.design !== null)
  return (
    <header className="gw-title" data-host={bridge.host} data-region="title">
      {bridge.host === 'loopback' ? (
        <ApplicationMenu />
      ) : (
        <span className="gw-title-logo">
          <Logo />
        </span>
      )}
      <div className="gw-title-context">
        {hasProject ? <ContextMenus /> : <span className="gw-title-name">Gatewright</span>}
      </div>
      <SearchField />
      <div className="gw-title-actions">
        {hasProject && (
          <>
            <UndeployedChanges />
            <DeployButton />
            <GatewayButton />
          </>
        )}
        <Toggles />
      </div>
    </header>
  )
}

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleFilled,
  IconCircleX,
  IconCloud,
  IconDeviceDesktop,
  IconLoader,
  IconMoon,
  IconStack2,
  IconSun,
} from '@tabler/icons-react'
import type { GatewayState, ServedApi } from '@shared/contract/gateway'
import { findRestApi } from '@shared/design/route-key'
import { useDesignStore } from '../stores/design-store'
import { useGatewayStore } from '../stores/gateway-store'
import { useSelectedApiIndex, useSelectedStageName } from '../stores/selected-api'
import { useUiStore } from '../stores/ui-store'
import { formatAgo } from '../ui/format'
import { toast } from '../ui/toast'
import { useNow } from '../ui/use-now'
import { runCommand } from './commands/commands'
import { SaveAnnouncer, SavedItem } from './saved-item'
import { StatusItem } from './status-item'
import './status-bar.css'

const GATEWAY_WORDS: { readonly [state in GatewayState['state']]: string } = {
  stopped: 'Gateway stopped',
  starting: 'Gateway starting',
  running: 'Gateway running',
  failed: 'Gateway failed',
}

function GatewayItem() {
  const gateway = useGatewayStore((state) => state.gateway)
  const start = useGatewayStore((state) => state.start)
  if (gateway.state === 'failed') {
    const next = gateway.port + 1
    return (
      <>
        <StatusItem
          testId="status-gateway"
          attributes={{ 'data-state': 'failed' }}
          onClick={() => runCommand('gateway.toggle')}
          tooltip="Start again"
        >
          <IconCircleX size={14} stroke={1.6} aria-hidden /> {gateway.message}
        </StatusItem>
        <StatusItem onClick={() => void start(next)}>
          <span className="gw-status-link">Use {next}</span>
        </StatusItem>
      </>
    )
  }
  return (
    <StatusItem
      testId="status-gateway"
      attributes={{ 'data-state': gateway.state }}
      tooltip={gateway.state === 'running' ? 'Stop gateway' : 'Start gateway'}
      onClick={() => runCommand('gateway.toggle')}
    >
      <IconCircleFilled size={8} aria-hidden /> {GATEWAY_WORDS[gateway.state]}
    </StatusItem>
  )
}

/** The address of the selected API and stage, else the first one served. */
function useServed(): ServedApi | undefined {
  const gateway = useGatewayStore((state) => state.gateway)
  const index = useSelectedApiIndex()
  const stage = useSelectedStageName()
  const name = useDesignStore((state) => state.design?.apis[index]?.name)
  if (gateway.state !== 'running') return undefined
  return gateway.apis.find((api) => api.name === name && api.stage === stage) ?? gateway.apis[0]
}

function UrlItem() {
  const served = useServed()
  if (served === undefined) return null
  async function copy(url: string): Promise<void> {
    await navigator.clipboard.writeText(url)
    toast({ message: `${url} is in the clipboard`, code: 'url-copied' })
  }
  return (
    <StatusItem testId="status-url" tooltip="Copy" onClick={() => void copy(served.url)}>
      <span className="gw-mono">{served.url}</span>
    </StatusItem>
  )
}

function ProblemsItem() {
  const diagnostics = useDesignStore((state) => state.diagnostics)
  const errors = diagnostics.filter((each) => each.severity === 'error').length
  const warnings = diagnostics.filter((each) => each.severity === 'warning').length
  function showProblems(): void {
    const ui = useUiStore.getState()
    ui.show('design')
    ui.showPanel('problems')
  }
  return (
    <StatusItem
      testId="status-problems"
      tooltip="Show problems"
      attributes={{ 'data-errors': errors, 'data-warnings': warnings }}
      onClick={showProblems}
    >
      <span className="gw-status-errors" data-some={errors > 0 || undefined}>
        <IconCircleX size={14} stroke={1.6} aria-hidden /> {errors} <span className="gw-hidden">errors</span>
      </span>
      <span className="gw-status-warnings" data-some={warnings > 0 || undefined}>
        <IconAlertTriangle size={14} stroke={1.6} aria-hidden /> {warnings} <span className="gw-hidden">warnings</span>
      </span>
    </StatusItem>
  )
}

function DeploymentItem() {
  const design = useDesignStore((state) => state.design)
  const apiId = useUiStore((state) => state.apiId)
  const stage = useUiStore((state) => state.stage)
  const now = useNow(30_000)
  const api = design && apiId !== null ? findRestApi(design, apiId) : undefined
  if (api === undefined || stage === null) return null
  const at = api.deployments.findIndex((each) => each.id === api.stages[stage]?.deploymentId)
  const deployment = api.deployments[at]
  const text = deployment
    ? `Deployment ${api.deployments.length - at}, ${formatAgo(Date.parse(deployment.createdDate), now)}`
    : `Never deployed to ${stage}`
  function showStage(name: string): void {
    useUiStore.getState().show('design')
    useUiStore.getState().openTab({ kind: 'stages', key: name })
  }
  return (
    <StatusItem testId="status-deployment" tooltip={`Show stage ${stage}`} onClick={() => showStage(stage)}>
      <IconStack2 size={14} stroke={1.6} aria-hidden /> {text}
    </StatusItem>
  )
}

const THEMES = {
  system: { next: 'view.themeLight', label: 'System theme', Icon: IconDeviceDesktop },
  light: { next: 'view.themeDark', label: 'Light theme', Icon: IconSun },
  dark: { next: 'view.themeSystem', label: 'Dark theme', Icon: IconMoon },
} as const

function ThemeItem() {
  const { next, label, Icon } = THEMES[useUiStore((state) => state.settings.theme)]
  return (
    <StatusItem
      testId="status-theme"
      tooltip={`${label}. Click for the next`}
      label={label}
      onClick={() => runCommand(next)}
    >
      <Icon size={14} stroke={1.6} aria-hidden />
    </StatusItem>
  )
}

function RegionItem({ region }: { readonly region: string }) {
  return (
    <StatusItem
      testId="status-region"
      tooltip="Show the account's limits and assumptions"
      onClick={() => runCommand('view.settings')}
    >
      <IconCloud size={14} stroke={1.6} aria-hidden /> {region}
      <span className="gw-status-wide">semantics</span>
    </StatusItem>
  )
}

export function StatusBar() {
  const region = useDesignStore((state) => state.design?.region)
  const isReady = useUiStore((state) => state.info !== null)
  return (
    <footer className="gw-status" aria-label="Status" data-region="status">
      {region === undefined ? (
        <span className="gw-status-text">
          {isReady ? (
            <IconCircleCheck size={14} stroke={1.6} aria-hidden />
          ) : (
            <IconLoader size={14} stroke={1.6} aria-hidden />
          )}
          {isReady ? 'No project open' : 'Connecting'}
        </span>
      ) : (
        <>
          <GatewayItem />
          <UrlItem />
          <ProblemsItem />
          <DeploymentItem />
        </>
      )}
      <span className="gw-status-gap" />
      {region === undefined ? (
        <span className="gw-status-text">Nothing leaves this computer</span>
      ) : (
        <>
          <SavedItem />
          <RegionItem region={region} />
        </>
      )}
      <ThemeItem />
      <SaveAnnouncer />
    </footer>
  )
}

import { Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconFolder } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Api } from '@shared/design/api'
import { useDesignStore } from '../stores/design-store'
import { fileNameOf, openProject, selectApi } from '../stores/project-actions'
import { useUiStore } from '../stores/ui-store'
import { Chip } from '../ui/chip'
import { plural } from '../ui/format'
import { runCommand } from './commands/commands'
import './menus.css'
import { commandKeys } from '../stores/command-keys'

const TYPE_NAMES = { REST: 'REST', HTTP: 'HTTP', WEBSOCKET: 'WebSocket' } as const

interface ContextMenuProps {
  readonly testId: string
  /** "Project order-platform". */
  readonly name: string
  readonly target: ReactNode
  readonly children: ReactNode
}

function ContextMenu({ testId, name, target, children }: ContextMenuProps) {
  return (
    <Menu position="bottom-start" returnFocus>
      <Menu.Target>
        <button type="button" className="gw-context" data-testid={testId} aria-label={name} title={name}>
          {target}
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu" miw={240} mah="70vh" style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}

function ProjectMenu({ name }: { readonly name: string }) {
  const path = useDesignStore((state) => state.path)
  const recent = useUiStore((state) => state.info?.recent ?? [])
  const others = recent.filter((project) => project.path !== path && !project.isMissing).slice(0, 6)
  const target = (
    <>
      <IconFolder size={16} stroke={1.6} aria-hidden />
      <span className="gw-context-name">{name}</span>
    </>
  )
  return (
    <ContextMenu testId="menu-project" name={`Project ${name}`} target={target}>
      {path !== null && <Menu.Label>{fileNameOf(path)}</Menu.Label>}
      <Menu.Item
        onClick={() => runCommand('project.new')}
        rightSection={<span className="gw-menu-keys">{commandKeys('project.new')}</span>}
      >
        New API
      </Menu.Item>
      <Menu.Item
        onClick={() => runCommand('project.open')}
        rightSection={<span className="gw-menu-keys">{commandKeys('project.open')}</span>}
      >
        Open project
      </Menu.Item>
      <Menu.Item
        onClick={() => runCommand('import.choose')}
        rightSection={<span className="gw-menu-keys">{commandKeys('import.choose')}</span>}
      >
        Import a file
      </Menu.Item>
      <Menu.Item onClick={() => runCommand('project.close')}>Close project</Menu.Item>
      {others.length > 0 && <Menu.Label>Recent</Menu.Label>}
      {others.map((project) => (
        <Menu.Item key={project.path} title={project.path} onClick={() => void openProject(project.path)}>
          {project.name}
        </Menu.Item>
      ))}
    </ContextMenu>
  )
}

function routeCount(api: Api): string {
  const count =
    api.protocolType === 'REST'
      ? Object.values(api.resources).reduce((sum, resource) => sum + Object.keys(resource.methods).length, 0)
      : Object.keys(api.routes).length
  return plural(count, 'route')
}

function Mark({ isOn }: { readonly isOn: boolean }) {
  return isOn ? <IconCheck size={14} stroke={1.6} aria-hidden /> : <span style={{ width: 14 }} />
}

function ApiMenu({ api, apis }: { readonly api: Api; readonly apis: readonly Api[] }) {
  const target = (
    <>
      <span className="gw-context-name">{api.name}</span> <Chip tone="outline">{TYPE_NAMES[api.protocolType]}</Chip>
    </>
  )
  return (
    <ContextMenu testId="menu-api" name={`API ${api.name}, ${TYPE_NAMES[api.protocolType]}`} target={target}>
      {apis.map((each) => (
        <Menu.Item
          key={each.id}
          leftSection={<Mark isOn={each.id === api.id} />}
          rightSection={
            <span className="gw-menu-detail">
              {TYPE_NAMES[each.protocolType]}, {routeCount(each)}
            </span>
          }
          onClick={() => selectApi(each)}
        >
          {each.name}
        </Menu.Item>
      ))}
    </ContextMenu>
  )
}

function StageMenu({ api, stage }: { readonly api: Api; readonly stage: string }) {
  const selectStage = useUiStore((state) => state.selectStage)
  return (
    <ContextMenu testId="menu-stage" name={`Stage ${stage}`} target={<span className="gw-context-name">{stage}</span>}>
      {Object.keys(api.stages).map((name) => (
        <Menu.Item key={name} leftSection={<Mark isOn={name === stage} />} onClick={() => selectStage(name)}>
          {name}
        </Menu.Item>
      ))}
    </ContextMenu>
  )
}

/** Which project, which API of it and which stage: everything else in the window is about these. */
export function ContextMenus() {
  const design = useDesignStore((state) => state.design)
  const apiId = useUiStore((state) => state.apiId)
  const stage = useUiStore((state) => state.stage)
  const api = design?.apis.find((each) => each.id === apiId)
  if (design === null) return null
  return (
    <>
      <ProjectMenu name={design.name} />
      {api && (
        <>
          <span className="gw-context-slash">/</span>
          <ApiMenu api={api} apis={design.apis} />
        </>
      )}
      {api && stage !== null && (
        <>
          <span className="gw-context-slash">/</span>
          <StageMenu api={api} stage={stage} />
        </>
      )}
    </>
  )
}

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { addStage } from '@shared/design/edits/add-stage'
import type { RestApi } from '@shared/design/rest-api'
import { useDesignStore } from '../../stores/design-store'
import { useUiStore } from '../../stores/ui-store'
import { ConfirmName } from '../../ui/confirm-name'
import { TreeList } from '../../ui/tree-list'
import type { TreeItem } from '../../ui/tree-rows'
import { sharedThings } from './shared-things'
import { TabIcon } from './tab-icon'

export interface SharedListProps {
  readonly api: RestApi
  readonly stageName: string | null
}

/** What routes share, and the stages. */
export function SharedList({ api, stageName }: SharedListProps) {
  const plans = useDesignStore((state) => state.design?.usagePlans.length ?? 0)
  const activeTab = useUiStore((state) => state.activeTab)
  const callers = useDesignStore(({ design }) => {
    const { userPools = [], iamUsers = [] } = design?.identity ?? {}
    return userPools.length + iamUsers.length
  })
  const items = useMemo(() => sharedThings(api, plans, callers).map(sharedItem), [api, plans, callers])
  return (
    <div className="gw-sidebar-shared">
      <h2 className="gw-sidebar-title">Shared by routes</h2>
      <TreeList
        items={items}
        label="Shared by routes"
        selectedId={activeTab?.kind === 'api-keys' ? 'usage-plans' : (activeTab?.kind ?? null)}
        onSelect={(id) => openShared(id)}
      />
      <StageList api={api} stageName={stageName} />
    </div>
  )
}

function sharedItem({ kind, label, count }: ReturnType<typeof sharedThings>[number]): TreeItem {
  return {
    id: kind,
    name: label,
    testId: 'shared-item',
    attributes: { 'data-kind': kind },
    icon: <TabIcon kind={kind} />,
    trailing: count,
  }
}

function openShared(id: string): void {
  const kinds = ['authorizers', 'usage-plans', 'models', 'gateway-responses', 'policy', 'callers'] as const
  const kind = kinds.find((each) => each === id)
  if (kind !== undefined) useUiStore.getState().openTab({ kind, key: '' })
}

function StageList({ api, stageName }: SharedListProps) {
  const [isNaming, setNaming] = useState(false)
  const activeTab = useUiStore((state) => state.activeTab)
  const items = useMemo(
    () =>
      Object.entries(api.stages).map(([name, stage]): TreeItem => {
        const share = stage.canarySettings?.percentTraffic
        return {
          id: name,
          name: `Stage ${name}`,
          content: name,
          icon: <TabIcon kind="stages" />,
          testId: 'stage-item',
          attributes: { 'data-stage': name },
          trailing: [name === stageName ? 'shown' : '', share === undefined ? '' : `canary ${share} %`]
            .filter(Boolean)
            .join(', '),
        }
      }),
    [api.stages, stageName],
  )
  return (
    <>
      <div className="gw-sidebar-title gw-sidebar-title-row">
        <h2>Stages</h2>
        <Tooltip label="Add stage">
          <ActionIcon size={24} aria-label="Add stage" onClick={() => setNaming(true)}>
            <IconPlus size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <TreeList
        items={items}
        label="Stages"
        selectedId={activeTab?.kind === 'stages' ? activeTab.key : null}
        onSelect={openStage}
      />
      <ConfirmName
        isOpen={isNaming}
        title="Add stage"
        label="Name"
        action="Add stage"
        validate={(name) => stageNameProblem(api, name)}
        onConfirm={(name) => {
          setNaming(false)
          useDesignStore.getState().edit(`Add stage ${name}`, (design) => addStage(design, api.id, name))
          openStage(name)
        }}
        onClose={() => setNaming(false)}
      />
    </>
  )
}

function openStage(name: string): void {
  useUiStore.getState().selectStage(name)
  useUiStore.getState().openTab({ kind: 'stages', key: name })
}

/** Source of the rule: rest-api.md 11.1. */
function stageNameProblem(api: RestApi, name: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(name)) return 'Letters, digits, _ and -, at most 128'
  return Object.hasOwn(api.stages, name) ? `Stage ${name} exists already` : undefined
}

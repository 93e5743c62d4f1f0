import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useUiStore } from '../../stores/ui-store'
import { ConfirmName } from '../../ui/confirm-name'
import { TreeList } from '../../ui/tree-list'
import type { TreeItem } from '../../ui/tree-rows'
import { TabIcon } from './tab-icon'

export interface ListedStage {
  readonly name: string
  /** At the right end: "shown, canary 10 %". */
  readonly note: string
}

export interface StageListProps {
  readonly stages: readonly ListedStage[]
  /** The rule that a new name breaks. */
  problemOfName(name: string): string | undefined
  onAdd(name: string): void
}

/** The stages of an API, and a way to add one. */
export function StageList({ stages, problemOfName, onAdd }: StageListProps) {
  const [isNaming, setNaming] = useState(false)
  const activeTab = useUiStore((state) => state.activeTab)
  const items = useMemo(() => stages.map(stageItem), [stages])
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
        validate={problemOfName}
        onConfirm={(name) => {
          setNaming(false)
          onAdd(name)
          openStage(name)
        }}
        onClose={() => setNaming(false)}
      />
    </>
  )
}

function stageItem({ name, note }: ListedStage): TreeItem {
  return {
    id: name,
    name: `Stage ${name}`,
    content: name,
    icon: <TabIcon kind="stages" />,
    testId: 'stage-item',
    attributes: { 'data-stage': name },
    trailing: note,
  }
}

function openStage(name: string): void {
  useUiStore.getState().selectStage(name)
  useUiStore.getState().openTab({ kind: 'stages', key: name })
}

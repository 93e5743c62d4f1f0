import { useState } from 'react'
import { removeStage } from '@shared/design/edits/remove-stage'
import { renameStage } from '@shared/design/edits/rename-stage'
import type { RestApi } from '@shared/design/rest-api'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useSelectedRestApi, useSelectedV2Api } from '../../stores/selected-api'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { ConfirmName } from '../../ui/confirm-name'
import { EditorPage } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { CanarySection } from './canary-section'
import { DeploymentList } from './deployment-list'
import { MethodSettingsMatrix } from './method-settings-matrix'
import type { StagePartProps } from './stage-part'
import { StageDefaults } from './stage-defaults'
import { StageVariables } from './stage-variables'
import { V2StagesEditor } from './v2-stages-editor'
import './stages-editor.css'

/** One stage: what it serves, its variables, and its settings for all methods and for each. */
export function StagesEditor({ tabKey }: { readonly tabKey: string }) {
  const api = useSelectedRestApi()
  const v2Api = useSelectedV2Api()
  if (v2Api !== null && Object.hasOwn(v2Api.stages, tabKey)) {
    return <V2StagesEditor api={v2Api} stageName={tabKey} stage={v2Api.stages[tabKey]!} />
  }
  const stage = api !== null && Object.hasOwn(api.stages, tabKey) ? api.stages[tabKey] : undefined
  if (api === null || stage === undefined) {
    const name = api?.name ?? v2Api?.name ?? 'This API'
    return <EmptyState title={`${name} has no stage ${tabKey}`}>It was deleted or renamed.</EmptyState>
  }
  return <Editor api={api} stageName={tabKey} stage={stage} />
}

function Editor(props: StagePartProps) {
  const { api, stageName } = props
  return (
    <EditorPage title={`Stage ${stageName}`} actions={<StageActions api={api} stageName={stageName} />}>
      <div className="gw-stage">
        <StageDefaults {...props} />
        <StageVariables {...props} />
        <DeploymentList {...props} />
        <CanarySection {...props} />
      </div>
      <MethodSettingsMatrix {...props} />
    </EditorPage>
  )
}

function StageActions({ api, stageName }: Omit<StagePartProps, 'stage'>) {
  const [isNaming, setNaming] = useState(false)
  return (
    <>
      <ActionButton onClick={() => setNaming(true)}>Rename</ActionButton>
      <ActionButton onClick={() => remove(api, stageName)}>Delete stage</ActionButton>
      <ConfirmName
        isOpen={isNaming}
        title={`Rename stage ${stageName}`}
        label="Name"
        action="Rename stage"
        initial={stageName}
        validate={(name) => problemOfName(api, name)}
        onConfirm={(name) => {
          setNaming(false)
          rename(api, stageName, name)
        }}
        onClose={() => setNaming(false)}
      />
    </>
  )
}

/** Source: rest-api.md 11.1. */
function problemOfName(api: RestApi, name: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(name)) return 'Letters, digits, _ and -, at most 128'
  return Object.hasOwn(api.stages, name) ? `Stage ${name} exists already` : undefined
}

function rename(api: RestApi, from: string, to: string): void {
  useDesignStore.getState().edit(`Rename stage ${from}`, (design) => renameStage(design, api.id, from, to))
  const ui = useUiStore.getState()
  ui.closeTab({ kind: 'stages', key: from })
  ui.selectStage(to)
  ui.openTab({ kind: 'stages', key: to })
}

function remove(api: RestApi, stageName: string): void {
  const tab = { kind: 'stages', key: stageName } as const
  const isDeleted = editWithUndo({
    name: `Delete stage ${stageName}`,
    change: (design) => removeStage(design, api.id, stageName),
    message: `Stage ${stageName} is deleted`,
    code: 'stage-deleted',
    onUndone: () => useUiStore.getState().openTab(tab),
  })
  if (isDeleted) useUiStore.getState().closeTab(tab)
}

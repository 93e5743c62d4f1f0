import { useState } from 'react'
import { removeV2Stage } from '@shared/design/edits/v2/remove-v2-stage'
import { renameV2Stage } from '@shared/design/edits/v2/rename-v2-stage'
import type { V2Api, V2Stage } from '@shared/design/v2-api'
import { problemOfV2StageName } from '@shared/design/v2-rules/stage-name-rule'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { ConfirmName } from '../../ui/confirm-name'
import { EditorPage } from '../../ui/editor-page'
import { RouteSettingsTable } from './route-settings-table'
import { V2StageDefaults } from './v2-stage-defaults'
import { V2StageVariables } from './v2-stage-variables'
import './stages-editor.css'

export interface V2StagePartProps {
  readonly api: V2Api
  readonly stageName: string
  readonly stage: V2Stage
}

/** One stage of an HTTP or WebSocket API: its limits for all routes and for each, its variables. */
export function V2StagesEditor(props: V2StagePartProps) {
  return (
    <EditorPage title={`Stage ${props.stageName}`} actions={<StageActions {...props} />}>
      <div className="gw-stage">
        <V2StageDefaults {...props} />
        <V2StageVariables {...props} />
      </div>
      <RouteSettingsTable {...props} />
    </EditorPage>
  )
}

function StageActions({ api, stageName }: V2StagePartProps) {
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
        validate={(name) => problemOfV2StageName(api, name)}
        onConfirm={(name) => {
          setNaming(false)
          rename(api, stageName, name)
        }}
        onClose={() => setNaming(false)}
      />
    </>
  )
}

function rename(api: V2Api, from: string, to: string): void {
  useDesignStore.getState().edit(`Rename stage ${from}`, (design) => renameV2Stage(design, api.id, from, to))
  const ui = useUiStore.getState()
  ui.closeTab({ kind: 'stages', key: from })
  ui.selectStage(to)
  ui.openTab({ kind: 'stages', key: to })
}

function remove(api: V2Api, stageName: string): void {
  const tab = { kind: 'stages', key: stageName } as const
  const isDeleted = editWithUndo({
    name: `Delete stage ${stageName}`,
    change: (design) => removeV2Stage(design, api.id, stageName),
    message: `Stage ${stageName} is deleted`,
    code: 'stage-deleted',
    onUndone: () => useUiStore.getState().openTab(tab),
  })
  if (isDeleted) useUiStore.getState().closeTab(tab)
}

import { updateV2Stage } from '@shared/design/edits/v2/update-v2-stage'
import { pointerTo } from '@shared/diagnostic'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedApiIndex } from '../../stores/selected-api'
import { PanelSection } from '../../ui/panel-section'
import { RecordEditor, type TextRecord } from '../../ui/record-editor'
import { problemOfVariableName, problemOfVariableValue } from './stage-variables'
import type { V2StagePartProps } from './v2-stages-editor'

/** Names with texts that addresses, mappings and templates refer to. */
export function V2StageVariables({ api, stageName, stage }: V2StagePartProps) {
  const apiIndex = useSelectedApiIndex()
  const change = (record: TextRecord, isTyped: boolean): void => {
    const stageVariables = Object.keys(record).length === 0 ? undefined : record
    const name = `Variables of stage ${stageName}`
    useDesignStore
      .getState()
      .edit(
        name,
        (design) => updateV2Stage(design, api.id, stageName, { stageVariables }),
        isTyped ? `${name} ${api.id}` : undefined,
      )
  }
  return (
    <PanelSection title="Stage variables">
      <p className="gw-editor-note">
        Addresses use them as {'${stageVariables.name}'}, mappings as $stageVariables.name.
      </p>
      <RecordEditor
        noun="stage variable"
        record={stage.stageVariables ?? {}}
        pointer={pointerTo(['apis', apiIndex, 'stages', stageName, 'stageVariables'])}
        keyLabel="Name"
        valueLabel="Value"
        problemOfKey={problemOfVariableName}
        problemOfValue={problemOfVariableValue}
        onChange={change}
      />
    </PanelSection>
  )
}

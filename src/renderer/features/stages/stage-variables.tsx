import { updateStage } from '@shared/design/edits/update-stage'
import { pointerTo } from '@shared/diagnostic'
import { LIMITS } from '@shared/limits'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedApiIndex } from '../../stores/selected-api'
import { PanelSection } from '../../ui/panel-section'
import { RecordEditor, type TextRecord } from '../../ui/record-editor'
import type { StagePartProps } from './stage-part'

/** Names with texts that addresses and templates refer to as ${stageVariables.name}. */
export function StageVariables({ api, stageName, stage }: StagePartProps) {
  const apiIndex = useSelectedApiIndex()
  const change = (record: TextRecord, isTyped: boolean): void => {
    const variables = Object.keys(record).length === 0 ? undefined : record
    const name = `Variables of stage ${stageName}`
    useDesignStore
      .getState()
      .edit(
        name,
        (design) => updateStage(design, api.id, stageName, { variables }),
        isTyped ? `${name} ${api.id}` : undefined,
      )
  }
  return (
    <PanelSection title="Stage variables">
      <p className="gw-editor-note">Addresses and templates use them as {'${stageVariables.name}'}.</p>
      <RecordEditor
        noun="stage variable"
        record={stage.variables ?? {}}
        pointer={pointerTo(['apis', apiIndex, 'stages', stageName, 'variables'])}
        keyLabel="Name"
        valueLabel="Value"
        problemOfKey={problemOfVariableName}
        problemOfValue={problemOfVariableValue}
        onChange={change}
      />
    </PanelSection>
  )
}

/** Source: rest-api.md 11.1. */
export function problemOfVariableName(name: string): string | undefined {
  const limit = LIMITS.stageVariableNameLength.value
  return /^\w+$/.test(name) && name.length <= limit ? undefined : `Letters, digits and _, at most ${limit}`
}

export function problemOfVariableValue(value: string): string | undefined {
  const limit = LIMITS.stageVariableValueLength.value
  if (value.length > limit) return `At most ${limit} characters`
  return /^[A-Za-z0-9\-._~:/?#&=,]+$/.test(value) ? undefined : 'Letters, digits and - . _ ~ : / ? # & = ,'
}

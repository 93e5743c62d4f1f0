import { promoteCanary } from '@shared/design/edits/promote-canary'
import { updateStage } from '@shared/design/edits/update-stage'
import type { CanarySettings } from '@shared/design/stage'
import { pointerTo } from '@shared/diagnostic'
import { DesignNumberField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useSelectedApiIndex } from '../../stores/selected-api'
import { ActionButton } from '../../ui/action-button'
import { SwitchField } from '../../ui/fields'
import { PanelSection } from '../../ui/panel-section'
import { RecordEditor } from '../../ui/record-editor'
import type { StagePartProps } from './stage-part'
import { problemOfVariableName, problemOfVariableValue } from './stage-variables'

/** A share of the stage's requests that go to another deployment, with other variables. */
export function CanarySection({ api, stageName, stage }: StagePartProps) {
  const apiIndex = useSelectedApiIndex()
  const at = (...path: string[]): string =>
    pointerTo(['apis', apiIndex, 'stages', stageName, 'canarySettings', ...path])
  const { canarySettings: canary } = stage
  const put = (what: string, canarySettings: CanarySettings | undefined, isTyped = false): void => {
    const name = `${what} of stage ${stageName}`
    const mergeKey = isTyped ? `${name} ${api.id}` : undefined
    useDesignStore
      .getState()
      .edit(name, (design) => updateStage(design, api.id, stageName, { canarySettings }), mergeKey)
  }
  const begin = (): CanarySettings => ({
    percentTraffic: 10,
    ...(stage.deploymentId !== undefined && { deploymentId: stage.deploymentId }),
    useStageCache: false,
  })
  return (
    <PanelSection title="Canary">
      <SwitchField
        label="Send a share of the requests to a canary"
        pointer={at()}
        checked={canary !== undefined}
        help="While it is on, a deployment moves the canary and the stage keeps what it has."
        onChange={(isOn) => put('Canary', isOn ? begin() : undefined)}
      />
      {canary && (
        <>
          <DesignNumberField
            label="Share of requests"
            unit="%"
            pointer={at('percentTraffic')}
            value={canary.percentTraffic}
            min={0}
            max={100}
            onChange={(percentTraffic) =>
              percentTraffic !== undefined && put('Canary share', { ...canary, percentTraffic }, true)
            }
          />
          <SwitchField
            label="Use the cache of the stage"
            pointer={at('useStageCache')}
            checked={canary.useStageCache ?? false}
            onChange={(useStageCache) => put('Canary cache', { ...canary, useStageCache })}
          />
          <h4 className="gw-editor-label">Variables of the canary</h4>
          <RecordEditor
            noun="canary variable"
            record={canary.stageVariableOverrides ?? {}}
            pointer={at('stageVariableOverrides')}
            keyLabel="Name"
            valueLabel="Value"
            problemOfKey={problemOfVariableName}
            problemOfValue={problemOfVariableValue}
            onChange={(record, isTyped) => {
              const { stageVariableOverrides: _, ...rest } = canary
              const isEmpty = Object.keys(record).length === 0
              put('Canary variables', isEmpty ? rest : { ...rest, stageVariableOverrides: record }, isTyped)
            }}
          />
          <div>
            <ActionButton onClick={() => promote(api.id, stageName)}>Promote canary</ActionButton>
          </div>
        </>
      )}
    </PanelSection>
  )
}

function promote(apiId: string, stageName: string): void {
  editWithUndo({
    name: `Promote the canary of ${stageName}`,
    change: (design) => promoteCanary(design, apiId, stageName),
    message: `Stage ${stageName} serves what its canary served`,
    code: 'canary-promoted',
  })
}

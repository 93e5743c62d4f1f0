import { DesignTextField } from '../../../../stores/design-fields'
import { useUiStore } from '../../../../stores/ui-store'
import { ActionButton } from '../../../../ui/action-button'
import { SwitchField } from '../../../../ui/fields'
import { PanelSection } from '../../../../ui/panel-section'
import { RecordEditor } from '../../../../ui/record-editor'
import { StepHead } from '../../inspector/step-head'
import { editV2Route } from '../edit-v2-route'
import { v2RoutePointer } from '../use-v2-route'
import type { WebSocketRouteContext } from '../v2-route-context'

export function WebSocketKeyInspector({ context }: { readonly context: WebSocketRouteContext }) {
  const isRequired = context.route.apiKeyRequired === true
  return (
    <>
      <StepHead step="api-key" title="API key and plan">
        A key is asked for when a client connects, and counts for every message of the connection.
      </StepHead>
      <PanelSection title="API key">
        <SwitchField
          label="API key required"
          pointer={v2RoutePointer(context, 'apiKeyRequired')}
          checked={isRequired}
          help={isRequired ? 'Without a key of a plan that covers the stage: 403.' : 'Usage plans count nothing.'}
          onChange={(checked) => editV2Route(context, 'API key required', { apiKeyRequired: checked || undefined })}
        />
        <div>
          <ActionButton onClick={() => useUiStore.getState().openTab({ kind: 'usage-plans', key: '' })}>
            Open usage plans and keys
          </ActionButton>
        </div>
      </PanelSection>
    </>
  )
}

export function WebSocketValidationInspector({ context }: { readonly context: WebSocketRouteContext }) {
  const { route, api } = context
  const names = Object.keys(api.models ?? {})
  const problemOfModel = (name: string): string | undefined =>
    names.includes(name)
      ? undefined
      : `No model ${name}. ${names.length === 0 ? 'Add one under Models.' : `There are ${names.join(', ')}.`}`
  return (
    <>
      <StepHead step="validation" title="Validation">
        An expression chooses the model that a message is checked against. What does not fit is answered with an error
        frame.
      </StepHead>
      <PanelSection title="Request models">
        <DesignTextField
          label="Model selection expression"
          pointer={v2RoutePointer(context, 'modelSelectionExpression')}
          value={route.modelSelectionExpression ?? ''}
          mono
          placeholder="$request.body.messageType"
          help="Without one, messages are not validated."
          onChange={(text) =>
            editV2Route(
              context,
              'Model selection expression',
              { modelSelectionExpression: text || undefined },
              { isTyped: true },
            )
          }
        />
        <RecordEditor
          noun="request model"
          record={route.requestModels ?? {}}
          pointer={v2RoutePointer(context, 'requestModels')}
          keyLabel="What the expression gives"
          keyPlaceholder="$default"
          valueLabel="Model"
          problemOfValue={problemOfModel}
          onChange={(record, isTyped) =>
            editV2Route(
              context,
              'Request models',
              { requestModels: Object.keys(record).length === 0 ? undefined : record },
              { isTyped },
            )
          }
        />
      </PanelSection>
    </>
  )
}

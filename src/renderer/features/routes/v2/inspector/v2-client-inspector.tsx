import { DesignTextField } from '../../../../stores/design-fields'
import { PanelSection } from '../../../../ui/panel-section'
import { StepHead } from '../../inspector/step-head'
import { editV2Route } from '../edit-v2-route'
import { v2RoutePointer } from '../use-v2-route'
import type { V2RouteContext } from '../v2-route-context'

export function V2ClientInspector({ context }: { readonly context: V2RouteContext }) {
  const { routeKey, route } = context
  return (
    <>
      <StepHead step="client" title="Client">
        {context.protocolType === 'HTTP'
          ? 'What a caller sends and gets back. The name changes nothing about that.'
          : 'What a client sends on its connection. The name changes nothing about that.'}
      </StepHead>
      <PanelSection title={routeKey}>
        <DesignTextField
          label="Operation name"
          pointer={v2RoutePointer(context, 'operationName')}
          value={route.operationName ?? ''}
          onChange={(text) =>
            editV2Route(context, 'Operation name', { operationName: text || undefined }, { isTyped: true })
          }
        />
      </PanelSection>
    </>
  )
}

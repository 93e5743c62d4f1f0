import { DesignTextField } from '../../../stores/design-fields'
import { PanelSection } from '../../../ui/panel-section'
import { editMethod } from '../edit-route'
import type { RouteContext } from '../route-context'
import { methodPointer } from '../use-route'
import { ExportsSection } from './exports-section'
import { StepHead } from './step-head'

export function ClientInspector({ route }: { readonly route: RouteContext }) {
  const { operationName, description } = route.method
  return (
    <>
      <StepHead step="client" title="Client">
        What a caller sends and gets back. The name and the description change nothing about that.
      </StepHead>
      <PanelSection title={route.routeKey}>
        <DesignTextField
          label="Operation name"
          pointer={methodPointer(route, 'operationName')}
          value={operationName ?? ''}
          onChange={(text) =>
            editMethod(route, 'Operation name', { operationName: text || undefined }, { isTyped: true })
          }
        />
        <DesignTextField
          label="Description"
          pointer={methodPointer(route, 'description')}
          value={description ?? ''}
          multiline
          onChange={(text) => editMethod(route, 'Description', { description: text || undefined }, { isTyped: true })}
        />
      </PanelSection>
      <ExportsSection route={route} step="client" />
    </>
  )
}

import { useUiStore } from '../../../stores/ui-store'
import { ActionButton } from '../../../ui/action-button'
import { PanelSection } from '../../../ui/panel-section'
import type { RouteContext } from '../route-context'
import { policyInWords } from '../rows/access-rows'
import { ExportsSection } from './exports-section'
import { StepHead } from './step-head'

export function PolicyInspector({ route }: { readonly route: RouteContext }) {
  const { policy } = route.api
  return (
    <>
      <StepHead step="resource-policy" title="Resource policy">
        Says for the whole API who may call it: addresses, VPC endpoints, accounts. A Deny always wins. With a Lambda
        authorizer it is looked at before and after it.
      </StepHead>
      <PanelSection title={`Policy of ${route.api.name}`}>
        <p className="gw-inspector-fact">
          {policy === undefined ? 'No policy: every caller may call.' : policyInWords(policy)}
        </p>
        <div>
          <ActionButton onClick={() => useUiStore.getState().openTab({ kind: 'policy', key: '' })}>
            {policy === undefined ? 'Write a resource policy' : 'Edit resource policy'}
          </ActionButton>
        </div>
      </PanelSection>
      <ExportsSection route={route} step="resource-policy" />
    </>
  )
}

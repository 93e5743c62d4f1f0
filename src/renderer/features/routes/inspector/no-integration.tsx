import { ActionButton } from '../../../ui/action-button'
import { PanelSection } from '../../../ui/panel-section'
import { editIntegration } from '../edit-route'
import type { RouteContext } from '../route-context'

/** For a method without an integration: what that means, and one to begin with. */
export function NoIntegration({ route }: { readonly route: RouteContext }) {
  return (
    <PanelSection title="No integration">
      <p className="gw-inspector-fact">An API cannot be deployed with a method like this.</p>
      <div>
        <ActionButton
          variant="filled"
          onClick={() =>
            editIntegration(route, 'Integration', {
              type: 'MOCK',
              requestTemplates: { 'application/json': '{"statusCode": 200}' },
              integrationResponses: [{ statusCode: '200' }],
            })
          }
        >
          Add a MOCK integration
        </ActionButton>
      </div>
    </PanelSection>
  )
}

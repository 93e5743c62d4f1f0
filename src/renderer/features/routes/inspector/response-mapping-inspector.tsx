import type { Integration, IntegrationResponse } from '@shared/design/integration'
import { ActionButton } from '../../../ui/action-button'
import { editIntegration } from '../edit-route'
import type { RouteContext } from '../route-context'
import { isProxy } from '../rows/backend-rows'
import { ExportsSection } from './exports-section'
import { MethodResponses } from './method-responses'
import { NoIntegration } from './no-integration'
import { ResponseEditor } from './response-editor'
import { StepHead } from './step-head'

export function ResponseMappingInspector({ route }: { readonly route: RouteContext }) {
  const { integration } = route.method
  return (
    <>
      <StepHead step="response-mapping" title="Response mapping">
        Chooses a response by matching its whole pattern, in this order; the one without a pattern is the default.
      </StepHead>
      {integration === undefined ? (
        <NoIntegration route={route} />
      ) : isProxy(integration) ? (
        <p className="gw-inspector-text">
          A proxy integration answers by itself: status, headers and body go back as they are.
        </p>
      ) : (
        <Responses route={route} integration={integration} />
      )}
      <MethodResponses route={route} />
      <ExportsSection route={route} step="response-mapping" />
    </>
  )
}

function Responses({ route, integration }: { readonly route: RouteContext; readonly integration: Integration }) {
  const responses = integration.integrationResponses
  const change = (next: readonly IntegrationResponse[], isTyped: boolean): void =>
    editIntegration(route, 'Integration responses', { integrationResponses: next }, { isTyped })
  return (
    <>
      {responses.map((response, index) => (
        <ResponseEditor
          key={index}
          route={route}
          index={index}
          response={response}
          onChange={(next, isTyped) => change(responses.with(index, next), isTyped)}
          onRemove={() => change(responses.toSpliced(index, 1), false)}
        />
      ))}
      <div className="gw-inspector-actions">
        <ActionButton onClick={() => change([...responses, newResponse(responses)], false)}>
          Add integration response
        </ActionButton>
      </div>
    </>
  )
}

/** The first is the default; others need a pattern. */
function newResponse(responses: readonly IntegrationResponse[]): IntegrationResponse {
  const hasDefault = responses.some((response) => (response.selectionPattern ?? '') === '')
  return hasDefault ? { statusCode: '400', selectionPattern: '4\\d{2}' } : { statusCode: '200' }
}

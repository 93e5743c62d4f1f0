import type { WebSocketIntegration } from '@shared/design/websocket-api'
import { DesignSelectField, DesignTextField } from '../../../../stores/design-fields'
import { SwitchField } from '../../../../ui/fields'
import { PanelSection } from '../../../../ui/panel-section'
import { RecordEditor, type TextRecord } from '../../../../ui/record-editor'
import { StepHead } from '../../inspector/step-head'
import { editV2Integration, editV2Route } from '../edit-v2-route'
import { v2IntegrationPointer, v2RoutePointer } from '../use-v2-route'
import type { WebSocketRouteContext } from '../v2-route-context'

const present = <T extends object>(record: T): T | undefined => (Object.keys(record).length === 0 ? undefined : record)

/** What a message becomes before the integration gets it. */
export function WebSocketRequestInspector({ context }: { readonly context: WebSocketRouteContext }) {
  const { integration } = context
  return (
    <>
      <StepHead step="request-mapping" title="Request mapping">
        A template is chosen by an expression and makes the payload. Proxy integrations get an event instead.
      </StepHead>
      {integration === null ? (
        <p className="gw-inspector-text">Give the route an integration first.</p>
      ) : (
        <>
          <Templates context={context} integration={integration} />
          <PanelSection title="Request parameters">
            <RecordEditor
              noun="parameter"
              record={integration.requestParameters ?? {}}
              pointer={v2IntegrationPointer(context, 'requestParameters')}
              keyLabel="Parameter"
              keyPlaceholder="integration.request.header.connectionId"
              valueLabel="Value, as in context.connectionId"
              onChange={(record, isTyped) =>
                editV2Integration(context, 'Request parameters', { requestParameters: present(record) }, { isTyped })
              }
            />
          </PanelSection>
        </>
      )}
    </>
  )
}

interface PartProps {
  readonly context: WebSocketRouteContext
  readonly integration: WebSocketIntegration
}

function Templates({ context, integration }: PartProps) {
  return (
    <PanelSection title="Request templates">
      <DesignTextField
        label="Template selection expression"
        pointer={v2IntegrationPointer(context, 'templateSelectionExpression')}
        value={integration.templateSelectionExpression ?? ''}
        mono
        placeholder="\$default"
        help="What it gives is the key of the template; $default is the rest."
        onChange={(text) =>
          editV2Integration(
            context,
            'Template selection expression',
            { templateSelectionExpression: text || undefined },
            { isTyped: true },
          )
        }
      />
      <RecordEditor
        noun="template"
        record={integration.requestTemplates ?? {}}
        pointer={v2IntegrationPointer(context, 'requestTemplates')}
        keyLabel="Key"
        keyPlaceholder="$default"
        valueLabel="Template"
        multiline
        newValue="$input.body"
        onChange={(record, isTyped) =>
          editV2Integration(context, 'Request templates', { requestTemplates: present(record) }, { isTyped })
        }
      />
      <DesignSelectField
        label="Messages without a template"
        pointer={v2IntegrationPointer(context, 'passthroughBehavior')}
        value={integration.passthroughBehavior ?? 'WHEN_NO_MATCH'}
        options={[
          { value: 'WHEN_NO_MATCH', label: 'WHEN_NO_MATCH, go on as they came' },
          { value: 'WHEN_NO_TEMPLATES', label: 'WHEN_NO_TEMPLATES, only if there are none' },
          { value: 'NEVER', label: 'NEVER, are refused' },
        ]}
        onChange={(value) =>
          editV2Integration(context, 'Passthrough behavior', {
            passthroughBehavior: value === 'NEVER' || value === 'WHEN_NO_TEMPLATES' ? value : 'WHEN_NO_MATCH',
          })
        }
      />
    </PanelSection>
  )
}

/** Whether clients get replies, and what they say. */
export function WebSocketResponseInspector({ context }: { readonly context: WebSocketRouteContext }) {
  const { route, routeKey, integration } = context
  const isSpecial = routeKey === '$connect' || routeKey === '$disconnect'
  const replies =
    route.routeResponseSelectionExpression !== undefined && Object.hasOwn(route.routeResponses ?? {}, '$default')
  return (
    <>
      <StepHead step="response-mapping" title="Route response">
        A route is one-way unless it has a response: then clients get what the integration answers, in any order.
      </StepHead>
      {!isSpecial && (
        <PanelSection title="Replies">
          <SwitchField
            label="Send the answer to the client"
            pointer={v2RoutePointer(context, 'routeResponses')}
            checked={replies}
            help="Sets the selection expression and the route response, both $default: one alone is not enough."
            onChange={(checked) =>
              editV2Route(context, checked ? 'Replies' : 'No replies', {
                routeResponseSelectionExpression: checked ? '$default' : undefined,
                routeResponses: checked ? { ...route.routeResponses, $default: {} } : undefined,
              })
            }
          />
        </PanelSection>
      )}
      {integration !== null && !integration.integrationType.endsWith('_PROXY') && (
        <IntegrationResponses context={context} integration={integration} />
      )}
    </>
  )
}

/** By key, the template `$default` of each: other templates stay as they are. */
function IntegrationResponses({ context, integration }: PartProps) {
  const responses = integration.integrationResponses ?? {}
  const record: TextRecord = Object.fromEntries(
    Object.entries(responses).map(([key, { responseTemplates }]) => [key, responseTemplates?.['$default'] ?? '']),
  )
  const change = (changed: TextRecord, isTyped: boolean): void => {
    const entries = Object.entries(changed).map(([key, text]) => {
      const { responseTemplates, ...rest } = responses[key] ?? {}
      const { $default: _, ...others } = responseTemplates ?? {}
      const templates = present(text === '' ? others : { ...others, $default: text })
      return [key, { ...rest, ...(templates && { responseTemplates: templates }) }] as const
    })
    editV2Integration(
      context,
      'Integration responses',
      { integrationResponses: Object.fromEntries(entries) },
      { isTyped },
    )
  }
  return (
    <PanelSection title="Integration responses">
      <p className="gw-inspector-note">
        The key is a pattern in slashes for the status or the error message, as /4\d\d/; $default takes the rest.
      </p>
      <RecordEditor
        noun="integration response"
        record={record}
        pointer={v2IntegrationPointer(context, 'integrationResponses')}
        keyLabel="Key"
        keyPlaceholder="$default"
        valueLabel="Template"
        multiline
        newValue=""
        onChange={change}
      />
    </PanelSection>
  )
}

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { IntegrationResponse } from '@shared/design/integration'
import { slotOfResponse } from '@shared/design/template-slots'
import { DesignTextField } from '../../../stores/design-fields'
import { PanelSection } from '../../../ui/panel-section'
import { RecordEditor } from '../../../ui/record-editor'
import type { RouteContext } from '../route-context'
import { methodPointer } from '../use-route'
import { OpenTemplateButton } from './open-template-button'

export interface ResponseEditorProps {
  readonly route: RouteContext
  readonly index: number
  readonly response: IntegrationResponse
  onChange(response: IntegrationResponse, isTyped: boolean): void
  onRemove(): void
}

/** One integration response: when it is chosen, its status, its headers and its body. */
export function ResponseEditor({ route, index, response, onChange, onRemove }: ResponseEditorProps) {
  const at = (...path: string[]): string => methodPointer(route, 'integration', 'integrationResponses', index, ...path)
  const { integration } = route.method
  const place = {
    apiId: route.api.id,
    path: route.path,
    verb: route.verb,
    ...(integration && slotOfResponse(integration, response)),
  }
  const title = `${response.statusCode} ${response.selectionPattern || 'default'}`
  return (
    <PanelSection
      title={<span className="gw-mono">{title}</span>}
      action={
        <Tooltip label={`Remove ${title}`}>
          <ActionIcon size={24} aria-label={`Remove integration response ${title}`} onClick={onRemove}>
            <IconTrash size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      }
    >
      <div className="gw-field-pair">
        <DesignTextField
          label="Status code"
          pointer={at('statusCode')}
          value={response.statusCode}
          mono
          validate={problemOfStatus}
          onChange={(statusCode) => onChange({ ...response, statusCode }, true)}
        />
        <DesignTextField
          label="Selection pattern"
          pointer={at('selectionPattern')}
          value={response.selectionPattern ?? ''}
          mono
          placeholder="default"
          onChange={(text) => onChange(withMember(response, 'selectionPattern', text || undefined), true)}
        />
      </div>
      <h4 className="gw-editor-label">Headers</h4>
      <RecordEditor
        noun="header mapping"
        record={response.responseParameters ?? {}}
        pointer={at('responseParameters')}
        keyLabel="Header"
        keyPlaceholder="method.response.header.X"
        valueLabel="Source"
        problemOfKey={problemOfHeader}
        onChange={(record, isTyped) => onChange(withMember(response, 'responseParameters', orNothing(record)), isTyped)}
      />
      <h4 className="gw-editor-label">Body templates</h4>
      <RecordEditor
        noun="template"
        record={response.responseTemplates ?? {}}
        pointer={at('responseTemplates')}
        keyLabel="Content type"
        valueLabel="Template"
        multiline
        renderAction={(contentType) => <OpenTemplateButton slot={{ ...place, contentType }} />}
        onChange={(record, isTyped) => onChange(withMember(response, 'responseTemplates', orNothing(record)), isTyped)}
      />
    </PanelSection>
  )
}

/** A member set, or taken away when undefined. */
function withMember<Name extends keyof IntegrationResponse>(
  response: IntegrationResponse,
  name: Name,
  value: IntegrationResponse[Name],
): IntegrationResponse {
  const { [name]: _, ...rest } = response
  return (value === undefined ? rest : { ...rest, [name]: value }) as IntegrationResponse
}

function orNothing(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  return Object.keys(record).length === 0 ? undefined : record
}

export function problemOfStatus(text: string): string | undefined {
  return /^[1-5]\d\d$/.test(text) ? undefined : 'A status code from 100 to 599'
}

function problemOfHeader(text: string): string | undefined {
  return /^method\.response\.header\.\S+$/.test(text) ? undefined : 'As in method.response.header.Location'
}

import type { GatewayResponse, GatewayResponseType } from '@shared/design/gateway-response'
import { putGatewayResponse } from '@shared/design/edits/put-gateway-response'
import { removeGatewayResponse } from '@shared/design/edits/remove-gateway-response'
import type { RestApi } from '@shared/design/rest-api'
import { pointerTo } from '@shared/diagnostic'
import { DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useSelectedApiIndex, useSelectedRestApi } from '../../stores/selected-api'
import { useSelectedThing } from '../../stores/use-selected-thing'
import { ActionButton } from '../../ui/action-button'
import { Chip } from '../../ui/chip'
import { DataTable, type Column } from '../../ui/data-table'
import { EditorPage } from '../../ui/editor-page'
import { PanelSection } from '../../ui/panel-section'
import { RecordEditor, type TextRecord } from '../../ui/record-editor'
import { DEFAULT_STATUS, DEFAULT_TEMPLATE, effectiveResponses, type EffectiveResponse } from './response-defaults'
import './gateway-responses-editor.css'

const SOURCE_WORDS = {
  own: '',
  service: 'the service',
  DEFAULT_4XX: 'DEFAULT_4XX',
  DEFAULT_5XX: 'DEFAULT_5XX',
} as const

const COLUMNS: readonly Column<EffectiveResponse>[] = [
  { key: 'type', label: 'Response type', width: 'minmax(264px, 2fr)', mono: true, render: (row) => row.type },
  { key: 'status', label: 'Status', width: '64px', align: 'end', mono: true, render: (row) => row.status },
  {
    key: 'source',
    label: 'Comes from',
    width: 'minmax(140px, 1fr)',
    render: (row) =>
      row.source === 'own' ? (
        <Chip tone="info">customised</Chip>
      ) : (
        <span className="gw-inherited">{SOURCE_WORDS[row.source]}</span>
      ),
  },
]

/** What the gateway answers by itself: all types with what is in effect, and the customisation of one. */
export function GatewayResponsesEditor() {
  const api = useSelectedRestApi()
  return api === null ? null : <Editor api={api} />
}

function Editor({ api }: { readonly api: RestApi }) {
  const rows = effectiveResponses(api)
  const types = rows.map((row) => row.type)
  const [selected, select] = useSelectedThing(types, 'gatewayResponses')
  const type = types.find((each) => each === selected)
  return (
    <EditorPage title="Gateway responses">
      <div className="gw-gateway-responses">
        <DataTable
          label="Gateway responses"
          testId="gateway-responses"
          columns={COLUMNS}
          rows={rows}
          rowKey={(row) => row.type}
          selectedKey={selected}
          onRowClick={(row) => select(row.type)}
        />
        <div className="gw-gateway-response">
          {type !== undefined && (
            <ResponseForm key={type} api={api} type={type} response={api.gatewayResponses[type]} />
          )}
        </div>
      </div>
    </EditorPage>
  )
}

interface FormProps {
  readonly api: RestApi
  readonly type: GatewayResponseType
  readonly response: GatewayResponse | undefined
}

function ResponseForm({ api, type, response }: FormProps) {
  if (response === undefined) return <NotCustomised api={api} type={type} />
  return (
    <PanelSection
      title={type}
      action={<ActionButton onClick={() => remove(api, type)}>Back to the default</ActionButton>}
    >
      <ResponseFields api={api} type={type} response={response} />
    </PanelSection>
  )
}

function NotCustomised({ api, type }: { readonly api: RestApi; readonly type: GatewayResponseType }) {
  return (
    <PanelSection title={type}>
      <p className="gw-editor-note">
        {type.startsWith('DEFAULT')
          ? 'Not customised. Once it is, every type of its class without a customisation of its own takes from it.'
          : 'Not customised. Once it is, it ignores DEFAULT_4XX and DEFAULT_5XX, even for what it leaves out.'}
      </p>
      <div>
        <ActionButton
          variant="filled"
          onClick={() =>
            put(api, type, 'Customise', { responseTemplates: { 'application/json': DEFAULT_TEMPLATE } }, false)
          }
        >
          Customise {type}
        </ActionButton>
      </div>
    </PanelSection>
  )
}

function ResponseFields({ api, type, response }: Required<FormProps> & { readonly response: GatewayResponse }) {
  const apiIndex = useSelectedApiIndex()
  const at = (member: keyof GatewayResponse): string => pointerTo(['apis', apiIndex, 'gatewayResponses', type, member])
  return (
    <>
      <DesignTextField
        label="Status code"
        pointer={at('statusCode')}
        value={response.statusCode ?? ''}
        mono
        placeholder={DEFAULT_STATUS[type] || 'that of each type'}
        validate={(text) => (text === '' || /^[1-5]\d\d$/.test(text) ? undefined : 'A status code from 100 to 599')}
        onChange={(text) => put(api, type, 'Status', patched(response, { statusCode: text || undefined }), true)}
      />
      <h4 className="gw-editor-label">Headers</h4>
      <RecordEditor
        noun="header"
        record={response.responseParameters ?? {}}
        pointer={at('responseParameters')}
        keyLabel="Header"
        keyPlaceholder="gatewayresponse.header.X"
        valueLabel="Value, as in '*'"
        problemOfKey={(key) =>
          /^gatewayresponse\.header\.\S+$/.test(key) ? undefined : 'As in gatewayresponse.header.Retry-After'
        }
        problemOfValue={problemOfValue}
        onChange={(record, isTyped) =>
          put(api, type, 'Headers', patched(response, { responseParameters: orNothing(record) }), isTyped)
        }
      />
      <h4 className="gw-editor-label">Bodies by content type</h4>
      <RecordEditor
        noun="body"
        record={response.responseTemplates ?? {}}
        pointer={at('responseTemplates')}
        keyLabel="Content type"
        valueLabel="Body"
        multiline
        newValue={DEFAULT_TEMPLATE}
        onChange={(record, isTyped) =>
          put(api, type, 'Body', patched(response, { responseTemplates: orNothing(record) }), isTyped)
        }
      />
      <p className="gw-editor-note">
        Not a mapping template: only $context, $stageVariables and $method.request references are replaced.
      </p>
    </>
  )
}

function problemOfValue(value: string): string | undefined {
  return /^('.*'|(context|stageVariables|method\.request\.(header|querystring|path|multivalueheader|multivaluequerystring))\.\S+)$/.test(
    value,
  )
    ? undefined
    : 'A text in single quotes, or as in method.request.header.Origin'
}

function put(api: RestApi, type: GatewayResponseType, what: string, response: GatewayResponse, isTyped: boolean): void {
  const name = `${what} of ${type}`
  useDesignStore
    .getState()
    .edit(
      name,
      (design) => putGatewayResponse(design, api.id, type, response),
      isTyped ? `${name} ${api.id}` : undefined,
    )
}

function remove(api: RestApi, type: GatewayResponseType): void {
  editWithUndo({
    name: `${type} back to the default`,
    change: (design) => removeGatewayResponse(design, api.id, type),
    message: `${type} has its default again`,
    code: 'gateway-response-default',
  })
}

function patched(response: GatewayResponse, patch: GatewayResponse): GatewayResponse {
  return Object.fromEntries(Object.entries({ ...response, ...patch }).filter(([, value]) => value !== undefined))
}

function orNothing(record: TextRecord): TextRecord | undefined {
  return Object.keys(record).length === 0 ? undefined : record
}

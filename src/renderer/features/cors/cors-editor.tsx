import { updateV2Api } from '@shared/design/edits/v2/update-v2-api'
import type { Cors, HttpApi } from '@shared/design/http-api'
import { pointerTo } from '@shared/diagnostic'
import { DesignNumberField, DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedApiIndex, useSelectedV2Api } from '../../stores/selected-api'
import { ActionButton } from '../../ui/action-button'
import { EditorPage } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { SwitchField } from '../../ui/fields'
import { PanelSection } from '../../ui/panel-section'
import './cors-editor.css'
import { problemOfOrigin } from '@shared/design/v2-rules/cors-origin-rule'

/** What browsers of other origins may do with an HTTP API. */
export function CorsEditor() {
  const api = useSelectedV2Api()
  return api?.protocolType === 'HTTP' ? <Editor key={api.id} api={api} /> : null
}

const USUAL: Cors = {
  allowOrigins: ['http://localhost:5173'],
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['authorization', 'content-type'],
  maxAge: 300,
}

function Editor({ api }: { readonly api: HttpApi }) {
  const cors = api.corsConfiguration
  const set = (what: string, corsConfiguration: Cors | undefined, isTyped = false): void => {
    const name = `${what} of ${api.name}`
    useDesignStore
      .getState()
      .edit(name, (design) => updateV2Api<HttpApi>(design, api.id, { corsConfiguration }), isTyped ? name : undefined)
  }
  if (cors === undefined) {
    return (
      <EditorPage title="CORS">
        <EmptyState
          title="CORS is off"
          actions={
            <ActionButton variant="filled" onClick={() => set('CORS', USUAL)}>
              Set up CORS
            </ActionButton>
          }
        >
          Browsers let pages of this API&apos;s own origin call it only. CORS headers of a backend pass through.
        </EmptyState>
      </EditorPage>
    )
  }
  return (
    <EditorPage title="CORS" actions={<ActionButton onClick={() => set('CORS off', undefined)}>Turn off</ActionButton>}>
      <PanelSection title="Who may call, and with what">
        <p className="gw-editor-note">
          The API answers preflight requests of every path itself with 204 and replaces CORS headers of backends.
        </p>
        <Lists cors={cors} set={set} />
      </PanelSection>
      <PanelSection title="More">
        <Rest cors={cors} set={set} />
      </PanelSection>
    </EditorPage>
  )
}

interface PartProps {
  readonly cors: Cors
  set(what: string, cors: Cors, isTyped?: boolean): void
}

const LISTS = [
  { member: 'allowOrigins', label: 'Allowed origins', placeholder: 'https://shop.example.com' },
  { member: 'allowMethods', label: 'Allowed methods', placeholder: 'GET' },
  { member: 'allowHeaders', label: 'Allowed headers', placeholder: 'content-type' },
  { member: 'exposeHeaders', label: 'Exposed headers', placeholder: 'x-request-id' },
] as const

function Lists({ cors, set }: PartProps) {
  const at = useCorsPointer()
  return (
    <div className="gw-cors-lists">
      {LISTS.map(({ member, label, placeholder }) => (
        <DesignTextField
          key={member}
          label={label}
          pointer={at(member)}
          value={(cors[member] ?? []).join('\n')}
          mono
          multiline
          placeholder={placeholder}
          help="One a line; * for all."
          validate={member === 'allowOrigins' ? problemOfOrigin : undefined}
          onChange={(text) => {
            const values = text.split(/[\s,]+/).filter(Boolean)
            const { [member]: _, ...others } = cors
            set(label, values.length === 0 ? others : { ...others, [member]: values }, true)
          }}
        />
      ))}
    </div>
  )
}

function Rest({ cors, set }: PartProps) {
  const at = useCorsPointer()
  const isWide = cors.allowOrigins?.includes('*') === true
  return (
    <>
      <SwitchField
        label="Allow credentials"
        pointer={at('allowCredentials')}
        checked={cors.allowCredentials === true}
        help="Cookies and Authorization of browsers."
        disabledReason={isWide ? 'Not together with the origin *' : undefined}
        onChange={(checked) => {
          const { allowCredentials: _, ...others } = cors
          set('Allow credentials', checked ? { ...others, allowCredentials: true } : others)
        }}
      />
      <DesignNumberField
        label="Preflight answers are kept"
        unit="seconds"
        pointer={at('maxAge')}
        value={cors.maxAge}
        placeholder="not said"
        min={-1}
        max={86_400}
        integer
        onChange={(maxAge) => {
          const { maxAge: _, ...others } = cors
          set('Max age', maxAge === undefined ? others : { ...others, maxAge }, true)
        }}
      />
    </>
  )
}

function useCorsPointer(): (member: keyof Cors) => string {
  const apiIndex = useSelectedApiIndex()
  return (member) => pointerTo(['apis', apiIndex, 'corsConfiguration', member])
}

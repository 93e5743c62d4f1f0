import { setResourcePolicy } from '@shared/design/edits/set-resource-policy'
import type { PolicyDocument } from '@shared/design/policy-document'
import type { RestApi } from '@shared/design/rest-api'
import { pointerTo } from '@shared/diagnostic'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useProblemAt } from '../../stores/problems'
import { useSelectedApiIndex, useSelectedRestApi } from '../../stores/selected-api'
import { ActionButton } from '../../ui/action-button'
import { EditorPage } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { JsonField } from '../../ui/json-field'
import { PanelSection } from '../../ui/panel-section'
import { isPolicy, problemOfPolicy } from './policy-rules'

/** Everyone may call, but for one range of addresses: a policy to begin with. */
const NEW_POLICY: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
      Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } },
    },
  ],
}

/** The resource policy of an API as JSON. */
export function PolicyEditor() {
  const api = useSelectedRestApi()
  if (api === null) return null
  return api.policy === undefined ? <NoPolicy api={api} /> : <Policy api={api} policy={api.policy} />
}

function NoPolicy({ api }: { readonly api: RestApi }) {
  return (
    <EditorPage title="Resource policy">
      <EmptyState
        title="No resource policy"
        actions={
          <ActionButton variant="filled" onClick={() => put(api, NEW_POLICY, 'Add resource policy')}>
            Add resource policy
          </ActionButton>
        }
      >
        Every caller may call. With a policy, a caller that no statement allows is refused.
      </EmptyState>
    </EditorPage>
  )
}

function Policy({ api, policy }: { readonly api: RestApi; readonly policy: PolicyDocument }) {
  const pointer = pointerTo(['apis', useSelectedApiIndex(), 'policy'])
  const problem = useProblemAt(pointer, true)
  return (
    <EditorPage
      title="Resource policy"
      actions={<ActionButton onClick={() => remove(api)}>Delete resource policy</ActionButton>}
    >
      <div className="gw-editor-form">
        <PanelSection title={`Policy of ${api.name}`}>
          <JsonField
            label="Policy document"
            pointer={pointer}
            value={policy}
            error={problem}
            help="A Resource may be written execute-api:/{stage}/{VERB}/{path}; * stands for anything."
            validate={problemOfPolicy}
            onChange={(value) => isPolicy(value) && put(api, value, 'Resource policy')}
          />
        </PanelSection>
      </div>
    </EditorPage>
  )
}

function put(api: RestApi, policy: PolicyDocument, name: string): void {
  useDesignStore.getState().edit(name, (design) => setResourcePolicy(design, api.id, policy), `policy ${api.id}`)
}

function remove(api: RestApi): void {
  editWithUndo({
    name: 'Delete resource policy',
    change: (design) => setResourcePolicy(design, api.id, undefined),
    message: `The resource policy of ${api.name} is deleted`,
    code: 'policy-deleted',
  })
}

import type { AuthorizationType } from '@shared/design/method'
import type { AuthorizerType } from '@shared/design/authorizer'
import { DesignSelectField, DesignTextField } from '../../../stores/design-fields'
import { useUiStore } from '../../../stores/ui-store'
import { ActionButton } from '../../../ui/action-button'
import { PanelSection } from '../../../ui/panel-section'
import { editMethod } from '../edit-route'
import type { RouteContext } from '../route-context'
import { methodPointer } from '../use-route'
import { ExportsSection } from './exports-section'
import { StepHead } from './step-head'

const TYPES: readonly { readonly value: AuthorizationType; readonly label: string }[] = [
  { value: 'NONE', label: 'NONE, open to every caller' },
  { value: 'AWS_IAM', label: 'AWS_IAM, signed requests' },
  { value: 'CUSTOM', label: 'CUSTOM, a Lambda authorizer' },
  { value: 'COGNITO_USER_POOLS', label: 'COGNITO_USER_POOLS, tokens of a user pool' },
]

/** Ids of the authorizers that an authorization type can use. */
function fittingAuthorizers(route: RouteContext, type: AuthorizationType): string[] {
  const fits = (each: AuthorizerType): boolean => (each === 'COGNITO_USER_POOLS') === (type === 'COGNITO_USER_POOLS')
  return Object.entries(route.api.authorizers).flatMap(([id, authorizer]) => (fits(authorizer.type) ? [id] : []))
}

export function AuthorizerInspector({ route }: { readonly route: RouteContext }) {
  const { authorizationType } = route.method
  const isNamed = authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS'
  return (
    <>
      <StepHead step="authorizer" title="Authorizer">
        Finds out who calls, and whether they may. A Lambda authorizer is asked once per token while its result is kept.
      </StepHead>
      <PanelSection title="Authorization">
        <DesignSelectField
          label="Authorization type"
          pointer={methodPointer(route, 'authorizationType')}
          value={authorizationType}
          options={TYPES}
          onChange={(value) => changeType(route, TYPES.find((each) => each.value === value)?.value ?? 'NONE')}
        />
        {isNamed && <AuthorizerChoice route={route} />}
        {authorizationType === 'COGNITO_USER_POOLS' && <Scopes route={route} />}
        {authorizationType === 'AWS_IAM' && (
          <>
            <p className="gw-inspector-fact">
              On this computer the IAM users among the local callers sign requests; their policies say what they may
              call.
            </p>
            <div>
              <ActionButton onClick={() => useUiStore.getState().openTab({ kind: 'callers', key: '' })}>
                Open local callers
              </ActionButton>
            </div>
          </>
        )}
      </PanelSection>
      <ExportsSection route={route} step="authorizer" />
    </>
  )
}

/** The authorizer goes with its type: another type gets the first that fits. */
function changeType(route: RouteContext, authorizationType: AuthorizationType): void {
  const isNamed = authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS'
  const authorizerId = isNamed ? fittingAuthorizers(route, authorizationType)[0] : undefined
  const scopes = authorizationType === 'COGNITO_USER_POOLS' ? route.method.authorizationScopes : undefined
  editMethod(route, 'Authorization type', { authorizationType, authorizerId, authorizationScopes: scopes })
}

function AuthorizerChoice({ route }: { readonly route: RouteContext }) {
  const { authorizerId, authorizationType } = route.method
  const ids = fittingAuthorizers(route, authorizationType)
  const isKnown = authorizerId !== undefined && ids.includes(authorizerId)
  const missing = isKnown ? [] : [{ value: authorizerId ?? '', label: authorizerId ?? 'Choose an authorizer' }]
  return (
    <>
      <DesignSelectField
        label="Authorizer"
        pointer={methodPointer(route, 'authorizerId')}
        value={authorizerId ?? ''}
        options={[...missing, ...ids.map((id) => ({ value: id, label: id }))]}
        help={ids.length === 0 ? 'This API has no authorizer of this kind yet.' : undefined}
        onChange={(value) => editMethod(route, 'Authorizer', { authorizerId: value || undefined })}
      />
      <div>
        <ActionButton onClick={() => useUiStore.getState().openTab({ kind: 'authorizers', key: '' })}>
          {ids.length === 0 ? 'Add an authorizer' : 'Open authorizers'}
        </ActionButton>
      </div>
    </>
  )
}

function Scopes({ route }: { readonly route: RouteContext }) {
  const scopes = route.method.authorizationScopes ?? []
  return (
    <DesignTextField
      label="Authorization scopes"
      pointer={methodPointer(route, 'authorizationScopes')}
      value={scopes.join(', ')}
      mono
      placeholder="shop/orders.read, shop/orders.write"
      help="Without scopes an ID token is needed, with them an access token that has one of them."
      onChange={(text) => {
        const names = text.split(/[\s,]+/).filter(Boolean)
        editMethod(route, 'Scopes', { authorizationScopes: names.length === 0 ? undefined : names }, { isTyped: true })
      }}
    />
  )
}

import { DesignSelectField, DesignTextField } from '../../../../stores/design-fields'
import { useUiStore } from '../../../../stores/ui-store'
import { ActionButton } from '../../../../ui/action-button'
import { PanelSection } from '../../../../ui/panel-section'
import { StepHead } from '../../inspector/step-head'
import { editV2Route } from '../edit-v2-route'
import { v2RoutePointer } from '../use-v2-route'
import type { HttpRouteContext, V2RouteContext } from '../v2-route-context'

const HTTP_TYPES = [
  { value: 'NONE', label: 'NONE, open to every caller' },
  { value: 'JWT', label: 'JWT, tokens of an issuer' },
  { value: 'CUSTOM', label: 'CUSTOM, a Lambda authorizer' },
  { value: 'AWS_IAM', label: 'AWS_IAM, signed requests' },
] as const

const WEBSOCKET_TYPES = HTTP_TYPES.filter(({ value }) => value !== 'JWT')

export function V2AuthorizerInspector({ context }: { readonly context: V2RouteContext }) {
  const isHttp = context.protocolType === 'HTTP'
  const { authorizationType = 'NONE', authorizerId } = context.route
  const isNamed = authorizationType === 'JWT' || authorizationType === 'CUSTOM'
  const fitting = fittingAuthorizers(context, authorizationType)
  return (
    <>
      <StepHead step="authorizer" title="Authorizer">
        {isHttp
          ? 'Finds out who calls, and whether they may. The kept result of a Lambda authorizer counts for every route of the stage.'
          : 'Asked once, when a client connects. Messages are not asked about again.'}
      </StepHead>
      <PanelSection title="Authorization">
        <DesignSelectField
          label="Authorization type"
          pointer={v2RoutePointer(context, 'authorizationType')}
          value={authorizationType}
          options={isHttp ? HTTP_TYPES : WEBSOCKET_TYPES}
          onChange={(value) => changeType(context, value)}
        />
        {isNamed && (
          <DesignSelectField
            label="Authorizer"
            pointer={v2RoutePointer(context, 'authorizerId')}
            value={authorizerId ?? ''}
            options={['', ...new Set([authorizerId ?? '', ...fitting].filter(Boolean))].map((id) => ({
              value: id,
              label: id === '' ? 'None chosen' : id,
            }))}
            onChange={(id) => editV2Route(context, 'Authorizer', { authorizerId: id || undefined })}
          />
        )}
        {context.protocolType === 'HTTP' && authorizationType === 'JWT' && <Scopes context={context} />}
        <div>
          <ActionButton onClick={() => useUiStore.getState().openTab({ kind: 'authorizers', key: '' })}>
            Open authorizers
          </ActionButton>
        </div>
      </PanelSection>
    </>
  )
}

function Scopes({ context }: { readonly context: HttpRouteContext }) {
  return (
    <DesignTextField
      label="Scopes"
      pointer={v2RoutePointer(context, 'authorizationScopes')}
      value={(context.route.authorizationScopes ?? []).join(' ')}
      mono
      placeholder="items/read items/write"
      help="A token with one of them may call. Without scopes every valid token may."
      onChange={(text) => {
        const scopes = text.split(/\s+/).filter(Boolean)
        const authorizationScopes = scopes.length === 0 ? undefined : scopes
        editV2Route(context, 'Scopes', { authorizationScopes }, { isTyped: true })
      }}
    />
  )
}

function fittingAuthorizers(context: V2RouteContext, type: string): string[] {
  return Object.entries(context.api.authorizers).flatMap(([id, { authorizerType }]) =>
    (authorizerType === 'JWT') === (type === 'JWT') ? [id] : [],
  )
}

/** The first authorizer that fits comes with the type; scopes are for tokens alone. */
function changeType(context: V2RouteContext, value: string): void {
  const authorizationType = HTTP_TYPES.find((each) => each.value === value)?.value
  if (authorizationType === undefined) return
  const isNamed = authorizationType === 'JWT' || authorizationType === 'CUSTOM'
  const authorizerId = isNamed ? fittingAuthorizers(context, authorizationType)[0] : undefined
  if (context.protocolType === 'HTTP') {
    const scopes = authorizationType === 'JWT' ? context.route.authorizationScopes : undefined
    editV2Route(context, 'Authorization type', { authorizationType, authorizerId, authorizationScopes: scopes })
  } else if (authorizationType !== 'JWT') {
    editV2Route(context, 'Authorization type', { authorizationType, authorizerId })
  }
}

import { NativeSelect, SegmentedControl } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useId } from 'react'
import type { SavedToken } from '@shared/design/saved-request'
import { TOKEN_STATES } from '@shared/design/saved-request'
import { useDesignStore } from '../../stores/design-store'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { SelectField, TextField } from '../../ui/fields'
import { requirementOf } from './requirement-of'
import { STATE_WORDS, tokenChoices, tokenDefaults, tokenForRoute } from './token-choices'
import { TokenSelect } from './token-select'
import { accessOf } from './try-route'
import { changeRequest, type OpenRequest } from './use-request'

type AuthKind = 'none' | 'token' | 'signature'

/** The callers that are made up on this computer. */
export function openCallers(): void {
  useUiStore.getState().show('design')
  useUiStore.getState().openTab({ kind: 'callers', key: '' })
}

/** How the caller proves who it is: not at all, with a token, or with a signature. The API key is no proof and stays beside. */
export function AuthTab({ open }: { readonly open: OpenRequest }) {
  const { request, route } = open
  const kind: AuthKind = request.token !== null ? 'token' : request.iamUser !== null ? 'signature' : 'none'
  const id = useId()
  return (
    <div className="gw-try-form" data-testid="request-auth">
      <p className="gw-try-hint" id={id}>
        {route === null ? 'No route has this address yet.' : requirementOf(open.api, route)}
      </p>
      <SegmentedControl
        className="gw-try-kinds"
        aria-label="Sign in with"
        value={kind}
        data={[
          { value: 'none', label: 'None' },
          { value: 'token', label: 'Token (Cognito, JWT)' },
          { value: 'signature', label: 'Signature (SigV4)' },
        ]}
        onChange={(value) => chooseKind(open, value as AuthKind)}
      />
      {kind === 'none' && <NoProof open={open} />}
      {kind === 'token' && request.token !== null && <TokenForm open={open} token={request.token} />}
      {kind === 'signature' && request.iamUser !== null && <SignatureForm iamUser={request.iamUser} />}
      <div className="gw-form-actions">
        <ActionButton leftSection={<IconUsers size={14} stroke={1.6} aria-hidden />} onClick={openCallers}>
          Edit local callers
        </ActionButton>
      </div>
    </div>
  )
}

function chooseKind(open: OpenRequest, kind: AuthKind): void {
  if (kind === 'none') changeRequest({ token: null, iamUser: null })
  else if (kind === 'token') changeRequest({ token: firstToken(open), iamUser: null })
  else changeRequest({ token: null, iamUser: useDesignStore.getState().design?.identity?.iamUsers[0]?.name ?? '' })
}

/** One for the route where that can be told, else of the first user there is. */
function firstToken({ api, route }: OpenRequest): SavedToken {
  const { design } = useDesignStore.getState()
  const own = design === null || api === null || route === null ? null : tokenForRoute(design, api, route)
  if (own !== null) return own
  const [first] = design === null || api === null ? [] : tokenChoices({ design, api, route })
  const nobody = { userPoolId: '', username: '', clientId: '', state: 'valid' } as const
  const defaults =
    api === null ? ({ use: 'id', scopes: [], header: 'Authorization' } as const) : tokenDefaults(api, route)
  return { ...(first?.token ?? nobody), ...defaults }
}

function NoProof({ open }: { readonly open: OpenRequest }) {
  return (
    <p className="gw-try-hint">
      {open.route !== null && accessOf(open.route).authorizationType === 'CUSTOM'
        ? 'Nothing is added. What a Lambda authorizer reads goes under Headers or Query.'
        : 'Nothing is added to the headers.'}
    </p>
  )
}

function TokenForm({ open, token }: { readonly open: OpenRequest; readonly token: SavedToken }) {
  const pools = useDesignStore((state) => state.design?.identity?.userPools)
  const pool = pools?.find(({ id }) => id === token.userPoolId)
  const client = pool?.clients.find(({ clientId }) => clientId === token.clientId)
  const change = (patch: Partial<SavedToken>): void => changeRequest({ token: { ...token, ...patch } })
  if (open.api === null) return null
  if (!(pools ?? []).some(({ users, clients }) => users.length > 0 && clients.length > 0))
    return (
      <p className="gw-try-hint" role="status">
        Nobody can sign in yet: make a user pool with an app client and a user among the local callers.
      </p>
    )
  return (
    <div className="gw-try-fields">
      <TokenSelect api={open.api} route={open.route} token={token} isLabelled />
      <SelectField
        label="State"
        pointer="/token/state"
        value={token.state}
        options={TOKEN_STATES.map((value) => ({ value, label: STATE_WORDS[value] }))}
        help={token.state === 'valid' ? undefined : 'A gateway must refuse it.'}
        onChange={(value) => change({ state: TOKEN_STATES.find((state) => state === value) ?? 'valid' })}
      />
      <SelectField
        label="Use"
        pointer="/token/use"
        value={token.use}
        options={[
          { value: 'id', label: 'ID token' },
          { value: 'access', label: 'Access token' },
        ]}
        onChange={(value) => change({ use: value === 'access' ? 'access' : 'id' })}
      />
      <TextField
        label="Header"
        pointer="/token/header"
        value={token.header}
        mono
        validate={(text) => (/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(text) ? undefined : 'The name of a header')}
        onChange={(header) => change({ header })}
      />
      {token.use === 'access' && (
        <TextField
          label="Scopes"
          pointer="/token/scopes"
          value={token.scopes.join(' ')}
          mono
          help={
            client === undefined || client.scopes.length === 0
              ? 'Separated by spaces.'
              : `Separated by spaces. ${client.name} has ${client.scopes.join(' ')}`
          }
          onChange={(text) => change({ scopes: text.split(/\s+/).filter((scope) => scope !== '') })}
        />
      )}
    </div>
  )
}

function SignatureForm({ iamUser }: { readonly iamUser: string }) {
  const users = useDesignStore((state) => state.design?.identity?.iamUsers) ?? []
  if (users.length === 0)
    return (
      <p className="gw-try-hint" role="status">
        There is no IAM user yet: add one among the local callers.
      </p>
    )
  const names = users.map(({ name }) => name)
  return (
    <div className="gw-try-fields">
      <NativeSelect
        className="gw-field"
        label="IAM user"
        value={iamUser}
        data={names.includes(iamUser) ? names : [{ value: iamUser, label: `${iamUser || 'nobody'}, gone` }, ...names]}
        description="Signs method, address, headers and body with its keys, as an SDK does."
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        onChange={(event) => changeRequest({ iamUser: event.currentTarget.value })}
      />
    </div>
  )
}

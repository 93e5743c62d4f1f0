import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { putUserPool } from '@shared/design/edits/put-user-pool'
import { userPoolArn, type Identity, type PoolUser, type UserPool, type UserPoolClient } from '@shared/design/identity'
import { newPoolUser, newUserPoolClient } from '@shared/design/new-identity'
import { pointerTo } from '@shared/diagnostic'
import { useDesignStore } from '../../stores/design-store'
import { ActionButton } from '../../ui/action-button'
import { ConfirmName } from '../../ui/confirm-name'
import { TextField } from '../../ui/fields'
import { PanelSection } from '../../ui/panel-section'
import { RecordEditor } from '../../ui/record-editor'
import { problemOfPoolName, problemOfUsername, wordsOf } from './caller-rules'
import { copyText } from './copy-text'
import { fromBrowser } from './from-browser'

export interface UserPoolFormProps {
  readonly identity: Identity
  readonly pool: UserPool
  /** Place in the design, for JSON pointers. */
  readonly index: number
  onRemove(): void
}

/** A user pool: its app clients and its users. Tokens are made for one of each. */
export function UserPoolForm({ identity, pool, index, onRemove }: UserPoolFormProps) {
  const [naming, setNaming] = useState<'client' | 'user' | null>(null)
  const arn = useDesignStore(({ design }) =>
    design === null ? '' : userPoolArn(design.region, design.accountId, pool.id),
  )
  const at = (...path: (string | number)[]): string => pointerTo(['identity', 'userPools', index, ...path])
  const change = (what: string, patch: Partial<UserPool>, mergeKey?: string): void =>
    useDesignStore
      .getState()
      .edit(`${what} of user pool ${pool.name}`, (design) => putUserPool(design, { ...pool, ...patch }), mergeKey)
  const changeClient = (client: UserPoolClient, what: string): void =>
    change(
      what,
      { clients: pool.clients.map((each) => (each.clientId === client.clientId ? client : each)) },
      `${what} of ${client.clientId}`,
    )
  const changeUser = (user: PoolUser, what: string, isTyped = true): void =>
    change(
      what,
      { users: pool.users.map((each) => (each.sub === user.sub ? user : each)) },
      isTyped ? `${what} of ${user.sub}` : undefined,
    )

  function confirm(name: string): void {
    if (naming === 'client') change('App client', { clients: [...pool.clients, newUserPoolClient(name, fromBrowser)] })
    else change('User', { users: [...pool.users, newPoolUser(name, fromBrowser)] })
    setNaming(null)
  }

  return (
    <>
      <PanelSection
        title={pool.name}
        action={
          <ActionButton label={`Delete ${pool.name}`} onClick={onRemove}>
            Delete
          </ActionButton>
        }
      >
        <TextField
          label="Name"
          pointer={at('name')}
          value={pool.name}
          validate={(text) => problemOfPoolName(identity, pool.id, text)}
          onChange={(name) => change('Name', { name }, `name of ${pool.id}`)}
        />
        <TextField
          label="ARN"
          pointer={at('id')}
          value={arn}
          mono
          disabledReason="A user pool keeps its id"
          onChange={() => undefined}
        />
        <div className="gw-form-actions">
          <ActionButton
            leftSection={<IconCopy size={14} stroke={1.6} aria-hidden />}
            onClick={() => void copyText(arn, `The ARN of ${pool.name}`)}
          >
            Copy ARN
          </ActionButton>
        </div>
        <p className="gw-editor-note">
          An authorizer of type COGNITO_USER_POOLS takes its tokens once it has this ARN.
        </p>
      </PanelSection>
      <PanelSection
        title="App clients"
        action={<ActionButton onClick={() => setNaming('client')}>Add app client</ActionButton>}
      >
        {pool.clients.length === 0 && <p className="gw-editor-note">None yet. Tokens are made for an app client.</p>}
        {pool.clients.map((client, place) => (
          <ClientFields
            key={client.clientId}
            client={client}
            pointer={at('clients', place)}
            onChange={changeClient}
            onRemove={() =>
              change('App client', { clients: pool.clients.filter(({ clientId }) => clientId !== client.clientId) })
            }
          />
        ))}
      </PanelSection>
      <PanelSection title="Users" action={<ActionButton onClick={() => setNaming('user')}>Add user</ActionButton>}>
        {pool.users.length === 0 && <p className="gw-editor-note">None yet. Tokens are made for a user.</p>}
        {pool.users.map((user, place) => (
          <UserFields
            key={user.sub}
            pool={pool}
            user={user}
            pointer={at('users', place)}
            onChange={changeUser}
            onRemove={() => change('User', { users: pool.users.filter(({ sub }) => sub !== user.sub) })}
          />
        ))}
      </PanelSection>
      <ConfirmName
        isOpen={naming !== null}
        title={naming === 'client' ? 'Add app client' : 'Add user'}
        label="Name"
        action={naming === 'client' ? 'Add app client' : 'Add user'}
        validate={(name) => (naming === 'user' ? problemOfUsername(pool, null, name) : undefined)}
        onConfirm={confirm}
        onClose={() => setNaming(null)}
      />
    </>
  )
}

interface ClientFieldsProps {
  readonly client: UserPoolClient
  readonly pointer: string
  onChange(client: UserPoolClient, what: string): void
  onRemove(): void
}

function ClientFields({ client, pointer, onChange, onRemove }: ClientFieldsProps) {
  return (
    <fieldset className="gw-caller" data-testid="pool-client" data-name={client.name}>
      <legend>{client.name}</legend>
      <div className="gw-field-row">
        <TextField
          label="Name"
          pointer={`${pointer}/name`}
          value={client.name}
          validate={(text) => (text.trim() === '' ? 'An app client needs a name' : undefined)}
          onChange={(name) => onChange({ ...client, name }, 'Name of an app client')}
        />
        <TextField
          label="Scopes"
          pointer={`${pointer}/scopes`}
          value={client.scopes.join(' ')}
          mono
          placeholder="orders/read orders/write"
          onChange={(text) => onChange({ ...client, scopes: wordsOf(text) }, 'Scopes')}
        />
      </div>
      <div className="gw-caller-foot">
        <span className="gw-editor-note">
          Client id <span className="gw-mono">{client.clientId}</span>
        </span>
        <ActionButton label={`Delete app client ${client.name}`} onClick={onRemove}>
          Delete
        </ActionButton>
      </div>
    </fieldset>
  )
}

interface UserFieldsProps {
  readonly pool: UserPool
  readonly user: PoolUser
  readonly pointer: string
  onChange(user: PoolUser, what: string, isTyped?: boolean): void
  onRemove(): void
}

function UserFields({ pool, user, pointer, onChange, onRemove }: UserFieldsProps) {
  return (
    <fieldset className="gw-caller" data-testid="pool-user" data-name={user.username}>
      <legend>{user.username}</legend>
      <div className="gw-field-row">
        <TextField
          label="Username"
          pointer={`${pointer}/username`}
          value={user.username}
          validate={(text) => problemOfUsername(pool, user.sub, text)}
          onChange={(username) => onChange({ ...user, username }, 'Username')}
        />
        <TextField
          label="Groups"
          pointer={`${pointer}/groups`}
          value={user.groups.join(' ')}
          placeholder="gold staff"
          help="Claim cognito:groups."
          onChange={(text) => onChange({ ...user, groups: wordsOf(text) }, 'Groups')}
        />
      </div>
      <p className="gw-editor-label">Attributes</p>
      <RecordEditor
        noun="attribute"
        record={user.attributes}
        pointer={`${pointer}/attributes`}
        keyLabel={`Name of an attribute of ${user.username}`}
        keyPlaceholder="email, custom:team"
        valueLabel="Value"
        problemOfKey={(name) => (/^[\w:.-]+$/.test(name) ? undefined : 'Letters, digits and :._-')}
        onChange={(attributes, isTyped) => onChange({ ...user, attributes }, 'Attributes', isTyped)}
      />
      <div className="gw-caller-foot">
        <span className="gw-editor-note">
          sub <span className="gw-mono">{user.sub}</span>
        </span>
        <ActionButton label={`Delete user ${user.username}`} onClick={onRemove}>
          Delete
        </ActionButton>
      </div>
    </fieldset>
  )
}

import { IconCopy, IconRefresh } from '@tabler/icons-react'
import { putIamUser } from '@shared/design/edits/put-iam-user'
import { iamUserArn, type IamUser, type Identity } from '@shared/design/identity'
import { newAccessKey } from '@shared/design/new-identity'
import type { PolicyDocument } from '@shared/design/policy-document'
import { pointerTo } from '@shared/diagnostic'
import { useDesignStore } from '../../stores/design-store'
import { ActionButton } from '../../ui/action-button'
import { TextField } from '../../ui/fields'
import { JsonField } from '../../ui/json-field'
import { PanelSection } from '../../ui/panel-section'
import { problemOfAccountId, problemOfIamName, problemOfPolicies } from './caller-rules'
import { copyText } from './copy-text'
import { fromBrowser } from './from-browser'

export interface IamUserFormProps {
  readonly identity: Identity
  readonly user: IamUser
  /** Place in the design, for JSON pointers. */
  readonly index: number
  onRemove(): void
}

/** An IAM user: the keys that sign requests, and what it may do. */
export function IamUserForm({ identity, user, index, onRemove }: IamUserFormProps) {
  const accountId = useDesignStore(({ design }) => design?.accountId ?? '')
  const at = (member: keyof IamUser): string => pointerTo(['identity', 'iamUsers', index, member])
  const change = (what: string, next: IamUser, isTyped = true): void =>
    useDesignStore
      .getState()
      .edit(
        `${what} of IAM user ${user.name}`,
        (design) => putIamUser(design, next, user.name),
        isTyped ? `${what} of IAM user ${index}` : undefined,
      )
  function changeAccount(text: string): void {
    const { accountId: _, ...rest } = user
    change('Account', text === '' ? rest : { ...rest, accountId: text })
  }
  return (
    <>
      <PanelSection
        title={user.name}
        action={
          <ActionButton label={`Delete ${user.name}`} onClick={onRemove}>
            Delete
          </ActionButton>
        }
      >
        <div className="gw-field-row">
          <TextField
            label="Name"
            pointer={at('name')}
            value={user.name}
            validate={(text) => problemOfIamName(identity, user.name, text)}
            onChange={(name) => change('Name', { ...user, name })}
          />
          <TextField
            label="Account"
            pointer={at('accountId')}
            value={user.accountId ?? ''}
            placeholder={accountId}
            mono
            validate={problemOfAccountId}
            onChange={changeAccount}
          />
        </div>
        <p className="gw-editor-note gw-caller-arn">
          <span className="gw-mono">{iamUserArn(user.accountId ?? accountId, user.name)}</span>
        </p>
      </PanelSection>
      <PanelSection title="Access key">
        <TextField
          label="Access key id"
          pointer={at('accessKeyId')}
          value={user.accessKeyId}
          mono
          disabledReason="Generate a new access key to change it"
          onChange={() => undefined}
        />
        <TextField
          label="Secret access key"
          pointer={at('secretAccessKey')}
          value={user.secretAccessKey}
          mono
          disabledReason="Generate a new access key to change it"
          onChange={() => undefined}
        />
        <p className="gw-editor-note">Made up: good for the gateway on this computer and for nothing else.</p>
        <div className="gw-form-actions">
          <ActionButton
            leftSection={<IconCopy size={14} stroke={1.6} aria-hidden />}
            onClick={() => void copyText(user.secretAccessKey, `The secret access key of ${user.name}`)}
          >
            Copy secret
          </ActionButton>
          <ActionButton
            leftSection={<IconRefresh size={14} stroke={1.6} aria-hidden />}
            onClick={() => change('Access key', { ...user, ...newAccessKey(fromBrowser) }, false)}
          >
            Generate access key
          </ActionButton>
        </div>
      </PanelSection>
      <PanelSection title="Policies">
        <JsonField
          label="Policies"
          pointer={at('policies')}
          value={user.policies}
          help="A list of policy documents. execute-api:Invoke on an API's ARN lets the user call; without a policy nothing is allowed."
          validate={problemOfPolicies}
          onChange={(value) => isPolicies(value) && change('Policies', { ...user, policies: value })}
        />
      </PanelSection>
    </>
  )
}

function isPolicies(value: unknown): value is readonly PolicyDocument[] {
  return problemOfPolicies(value) === undefined
}

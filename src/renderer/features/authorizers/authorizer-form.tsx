import type { Authorizer, AuthorizerType } from '@shared/design/authorizer'
import { putAuthorizer } from '@shared/design/edits/put-authorizer'
import type { RestApi } from '@shared/design/rest-api'
import { userPoolArn } from '@shared/design/identity'
import { LIMITS } from '@shared/limits'
import { pointerTo } from '@shared/diagnostic'
import { DesignNumberField, DesignSelectField, DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedApiIndex } from '../../stores/selected-api'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { PanelSection } from '../../ui/panel-section'
import { problemOfAuthorizerHandler, problemOfIdentitySource, problemOfPattern, problemOfUri } from './authorizer-rules'
import type { AuthorizerActions } from './authorizers-page'
import { NameActions } from './name-actions'

export interface AuthorizerFormProps extends AuthorizerActions {
  readonly api: RestApi
  readonly id: string
  readonly authorizer: Authorizer
}

const TYPES: readonly { readonly value: AuthorizerType; readonly label: string }[] = [
  { value: 'TOKEN', label: 'TOKEN, a Lambda function gets one header' },
  { value: 'REQUEST', label: 'REQUEST, a Lambda function gets the request' },
  { value: 'COGNITO_USER_POOLS', label: 'COGNITO_USER_POOLS, tokens of a user pool' },
]

/** Every setting of one authorizer. */
export function AuthorizerForm({ api, id, authorizer, onRename, onRemove }: AuthorizerFormProps) {
  const apiIndex = useSelectedApiIndex()
  const at = (member: keyof Authorizer): string => pointerTo(['apis', apiIndex, 'authorizers', id, member])
  const change = (what: string, patch: Partial<Authorizer>, isTyped: boolean): void => {
    const name = `${what} of authorizer ${id}`
    const next = patched(authorizer, patch)
    useDesignStore
      .getState()
      .edit(name, (design) => putAuthorizer(design, api.id, id, next), isTyped ? name : undefined)
  }
  const part = { authorizer, at, change }
  return (
    <>
      <PanelSection title={id} action={<NameActions id={id} onRename={onRename} onRemove={onRemove} />}>
        <DesignSelectField
          label="Type"
          pointer={at('type')}
          value={authorizer.type}
          options={TYPES}
          onChange={(value) =>
            change('Type', { type: TYPES.find((each) => each.value === value)?.value ?? authorizer.type }, false)
          }
        />
      </PanelSection>
      {authorizer.type === 'COGNITO_USER_POOLS' ? <CognitoFields {...part} /> : <LambdaFields {...part} />}
    </>
  )
}

interface PartProps {
  readonly authorizer: Authorizer
  at(member: keyof Authorizer): string
  change(what: string, patch: Partial<Authorizer>, isTyped: boolean): void
}

function LambdaFields({ authorizer, at, change }: PartProps) {
  const isToken = authorizer.type === 'TOKEN'
  const ttl = authorizer.authorizerResultTtlInSeconds ?? LIMITS.authorizerTtlDefault.value
  return (
    <>
      <PanelSection title="Who is asking">
        <DesignTextField
          label="Identity source"
          pointer={at('identitySource')}
          value={authorizer.identitySource ?? ''}
          mono
          placeholder="method.request.header.Authorization"
          help={
            isToken
              ? 'One header: its value is the token.'
              : 'Headers, query strings, stage variables and context, with commas. Needed while results are kept.'
          }
          validate={(text) => problemOfIdentitySource(authorizer.type, text)}
          onChange={(text) => change('Identity source', { identitySource: text || undefined }, true)}
        />
        {isToken && (
          <DesignTextField
            label="Identity validation expression"
            pointer={at('identityValidationExpression')}
            value={authorizer.identityValidationExpression ?? ''}
            mono
            placeholder="Bearer [-\w.]+"
            help="The whole token must match, else 401 without a call."
            validate={problemOfPattern}
            onChange={(text) =>
              change('Validation expression', { identityValidationExpression: text || undefined }, true)
            }
          />
        )}
        <DesignNumberField
          label="Result time to live"
          unit="seconds"
          pointer={at('authorizerResultTtlInSeconds')}
          value={authorizer.authorizerResultTtlInSeconds}
          placeholder={String(LIMITS.authorizerTtlDefault.value)}
          min={0}
          max={LIMITS.authorizerTtlMax.value}
          integer
          help={
            ttl === 0
              ? 'The function is called for every request.'
              : `A revoked token works for up to ${ttl} s. A result counts for every method: a policy that names one method denies the others.`
          }
          onChange={(value) => change('Time to live', { authorizerResultTtlInSeconds: value }, true)}
        />
      </PanelSection>
      <PanelSection title="Function">
        <DesignTextField
          label="Handler on this computer"
          pointer={at('handler')}
          value={authorizer.handler ?? ''}
          mono
          placeholder="./handlers/authorizer.mjs#handler"
          help="A JavaScript, TypeScript or Python file, relative to the project file, and its function."
          validate={problemOfAuthorizerHandler}
          onChange={(text) => change('Handler', { handler: text || undefined }, true)}
        />
        <DesignTextField
          label="Authorizer URI"
          pointer={at('authorizerUri')}
          value={authorizer.authorizerUri ?? ''}
          mono
          multiline
          placeholder="arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/…/invocations"
          validate={problemOfUri}
          onChange={(text) => change('URI', { authorizerUri: text || undefined }, true)}
        />
        <DesignTextField
          label="Credentials"
          pointer={at('authorizerCredentials')}
          value={authorizer.authorizerCredentials ?? ''}
          mono
          placeholder="none: the function's own policy allows the call"
          onChange={(text) => change('Credentials', { authorizerCredentials: text || undefined }, true)}
        />
      </PanelSection>
    </>
  )
}

function CognitoFields({ authorizer, at, change }: PartProps) {
  return (
    <PanelSection title="User pools">
      <DesignTextField
        label="Provider ARNs"
        pointer={at('providerARNs')}
        value={(authorizer.providerARNs ?? []).join('\n')}
        mono
        multiline
        placeholder="arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123"
        help="One a line."
        onChange={(text) => {
          const arns = text.split(/\s+/).filter(Boolean)
          change('Provider ARNs', { providerARNs: arns.length === 0 ? undefined : arns }, true)
        }}
      />
      <LocalPools
        arns={authorizer.providerARNs ?? []}
        onAdd={(arn) => change('Provider ARNs', { providerARNs: [...(authorizer.providerARNs ?? []), arn] }, false)}
      />
      <DesignTextField
        label="Identity source"
        pointer={at('identitySource')}
        value={authorizer.identitySource ?? ''}
        mono
        placeholder="method.request.header.Authorization"
        validate={(text) => problemOfIdentitySource('TOKEN', text)}
        onChange={(text) => change('Identity source', { identitySource: text || undefined }, true)}
      />
    </PanelSection>
  )
}

/** User pools of this computer that the authorizer does not take yet, and the way to make one. */
function LocalPools({ arns, onAdd }: { readonly arns: readonly string[]; onAdd(arn: string): void }) {
  const design = useDesignStore((state) => state.design)
  const pools = (design?.identity?.userPools ?? []).map(({ id, name }) => ({
    name,
    arn: userPoolArn(design?.region ?? '', design?.accountId ?? '', id),
  }))
  return (
    <div className="gw-form-actions">
      {pools
        .filter(({ arn }) => !arns.includes(arn))
        .map(({ name, arn }) => (
          <ActionButton key={arn} onClick={() => onAdd(arn)}>
            Add {name}
          </ActionButton>
        ))}
      <ActionButton onClick={() => useUiStore.getState().openTab({ kind: 'callers', key: '' })}>
        Open local callers
      </ActionButton>
    </div>
  )
}

/** Members set; undefined ones taken away. */
function patched(authorizer: Authorizer, patch: Partial<Authorizer>): Authorizer {
  const merged = { ...authorizer, ...patch }
  return { ...Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)), type: merged.type }
}

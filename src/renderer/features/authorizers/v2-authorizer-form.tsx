import { putV2Authorizer } from '@shared/design/edits/v2/put-v2-authorizer'
import type { HttpAuthorizer } from '@shared/design/http-api'
import type { V2Api, V2Authorizer } from '@shared/design/v2-api'
import { pointerTo } from '@shared/diagnostic'
import { LIMITS } from '@shared/limits'
import { DesignNumberField, DesignSelectField, DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedApiIndex } from '../../stores/selected-api'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { PanelSection } from '../../ui/panel-section'
import { problemOfAuthorizerHandler, problemOfUri } from './authorizer-rules'
import type { AuthorizerActions } from './authorizers-page'
import { NameActions } from './name-actions'
import { problemOfV2IdentitySources } from '@shared/design/v2-rules/identity-source-rule'

export interface V2AuthorizerFormProps extends AuthorizerActions {
  readonly api: V2Api
  readonly id: string
  readonly authorizer: V2Authorizer
}

interface PartProps {
  readonly authorizer: HttpAuthorizer
  at(...path: (string | number)[]): string
  change(what: string, patch: Partial<HttpAuthorizer>, isTyped?: boolean): void
}

/** Every setting of one authorizer; those of WebSocket APIs have a part of them. */
export function V2AuthorizerForm({ api, id, authorizer, onRename, onRemove }: V2AuthorizerFormProps) {
  const apiIndex = useSelectedApiIndex()
  const isHttp = api.protocolType === 'HTTP'
  const at = (...path: (string | number)[]): string => pointerTo(['apis', apiIndex, 'authorizers', id, ...path])
  const change: PartProps['change'] = (what, patch, isTyped = false) => {
    const name = `${what} of authorizer ${id}`
    const merged = Object.entries({ ...authorizer, ...patch }).filter(([, value]) => value !== undefined)
    const next = Object.fromEntries(merged) as unknown as V2Authorizer
    useDesignStore
      .getState()
      .edit(name, (design) => putV2Authorizer(design, api.id, id, next), isTyped ? name : undefined)
  }
  const part = { authorizer, at, change }
  return (
    <>
      <PanelSection title={id} action={<NameActions id={id} onRename={onRename} onRemove={onRemove} />}>
        {isHttp && <TypeField {...part} />}
        <IdentitySources {...part} isHttp={isHttp} />
      </PanelSection>
      {authorizer.authorizerType === 'JWT' ? <JwtFields {...part} /> : <FunctionFields {...part} isHttp={isHttp} />}
    </>
  )
}

function TypeField({ authorizer, at, change }: PartProps) {
  return (
    <DesignSelectField
      label="Type"
      pointer={at('authorizerType')}
      value={authorizer.authorizerType}
      options={[
        { value: 'JWT', label: 'JWT, tokens of an issuer' },
        { value: 'REQUEST', label: 'REQUEST, a Lambda function gets the request' },
      ]}
      onChange={(value) =>
        change(
          'Type',
          value === 'JWT'
            ? {
                authorizerType: 'JWT',
                identitySource: ['$request.header.Authorization'],
                jwtConfiguration: authorizer.jwtConfiguration ?? { issuer: '', audience: [] },
                authorizerPayloadFormatVersion: undefined,
                authorizerResultTtlInSeconds: undefined,
                enableSimpleResponses: undefined,
                handler: undefined,
                authorizerUri: undefined,
              }
            : {
                authorizerType: 'REQUEST',
                jwtConfiguration: undefined,
                authorizerPayloadFormatVersion: '2.0',
                enableSimpleResponses: true,
              },
        )
      }
    />
  )
}

function IdentitySources({ authorizer, at, change, isHttp }: PartProps & { readonly isHttp: boolean }) {
  const isJwt = authorizer.authorizerType === 'JWT'
  return (
    <DesignTextField
      label={isJwt ? 'Identity source' : 'Identity sources'}
      pointer={at('identitySource')}
      value={authorizer.identitySource.join('\n')}
      mono
      multiline={!isJwt}
      placeholder={isHttp ? '$request.header.Authorization' : 'route.request.querystring.token'}
      help={isJwt ? 'Where the token is.' : 'One a line. A request without one of them is answered 401 without a call.'}
      validate={(text) => problemOfV2IdentitySources(isHttp, text)}
      onChange={(text) => change('Identity source', { identitySource: text.split(/[\s,]+/).filter(Boolean) }, true)}
    />
  )
}

function JwtFields({ authorizer, at, change }: PartProps) {
  const jwt = authorizer.jwtConfiguration ?? { issuer: '', audience: [] }
  return (
    <PanelSection title="Tokens">
      <DesignTextField
        label="Issuer"
        pointer={at('jwtConfiguration', 'issuer')}
        value={jwt.issuer}
        mono
        placeholder="https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123"
        onChange={(issuer) => change('Issuer', { jwtConfiguration: { ...jwt, issuer } }, true)}
      />
      <DesignTextField
        label="Audience"
        pointer={at('jwtConfiguration', 'audience')}
        value={jwt.audience.join('\n')}
        mono
        multiline
        placeholder="1a2b3c4d5e6f7g8h9i0j"
        help="One a line: aud, or client_id of access tokens, must be one of them."
        onChange={(text) => {
          const audience = text.split(/[\s,]+/).filter(Boolean)
          change('Audience', { jwtConfiguration: { ...jwt, audience } }, true)
        }}
      />
      <LocalPools onChoose={(jwtConfiguration) => change('User pool', { jwtConfiguration })} />
    </PanelSection>
  )
}

/** User pools of this computer, each with the tokens that it makes. */
function LocalPools({ onChoose }: { onChoose(jwt: NonNullable<HttpAuthorizer['jwtConfiguration']>): void }) {
  const design = useDesignStore((state) => state.design)
  return (
    <div className="gw-form-actions">
      {(design?.identity?.userPools ?? []).map(({ id, name, clients }) => (
        <ActionButton
          key={id}
          onClick={() =>
            onChoose({
              issuer: `https://cognito-idp.${design?.region ?? ''}.amazonaws.com/${id}`,
              audience: clients.map(({ clientId }) => clientId),
            })
          }
        >
          Take {name}
        </ActionButton>
      ))}
      <ActionButton onClick={() => useUiStore.getState().openTab({ kind: 'callers', key: '' })}>
        Open local callers
      </ActionButton>
    </div>
  )
}

function FunctionFields({ authorizer, at, change, isHttp }: PartProps & { readonly isHttp: boolean }) {
  return (
    <>
      {isHttp && <ResultFields authorizer={authorizer} at={at} change={change} />}
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
      </PanelSection>
    </>
  )
}

const FORMATS = [
  { value: 'simple', label: '2.0, answers { "isAuthorized": true }' },
  { value: '2.0', label: '2.0, answers a policy' },
  { value: '1.0', label: '1.0, answers a policy' },
] as const

function ResultFields({ authorizer, at, change }: PartProps) {
  const {
    enableSimpleResponses,
    authorizerPayloadFormatVersion = '1.0',
    authorizerResultTtlInSeconds: ttl = 0,
  } = authorizer
  return (
    <PanelSection title="Answers">
      <DesignSelectField
        label="Payload format"
        pointer={at('authorizerPayloadFormatVersion')}
        value={enableSimpleResponses === true ? 'simple' : authorizerPayloadFormatVersion}
        options={FORMATS}
        onChange={(value) =>
          change('Payload format', {
            authorizerPayloadFormatVersion: value === '1.0' ? '1.0' : '2.0',
            enableSimpleResponses: value === 'simple' ? true : undefined,
          })
        }
      />
      <DesignNumberField
        label="Result time to live"
        unit="seconds"
        pointer={at('authorizerResultTtlInSeconds')}
        value={authorizer.authorizerResultTtlInSeconds}
        placeholder="0"
        min={0}
        max={LIMITS.authorizerTtlMax.value}
        integer
        help={
          ttl === 0
            ? 'The function is called for every request.'
            : `A revoked caller is let in for up to ${ttl} s. The result counts for every route of the stage.`
        }
        onChange={(value) => change('Time to live', { authorizerResultTtlInSeconds: value }, true)}
      />
    </PanelSection>
  )
}

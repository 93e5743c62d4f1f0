import { NativeSelect, Tooltip } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import type { CallableApi } from '@shared/design/callable-api'
import { VERBS } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import { commandKeys } from '../../stores/command-keys'
import { useDesignStore } from '../../stores/design-store'
import { useGatewayStore } from '../../stores/gateway-store'
import { useTryStore } from '../../stores/try-store'
import { ActionButton } from '../../ui/action-button'
import { RequestMenu } from './request-menu'
import { sendActive, whyNotSend } from './send-request'
import { TokenSelect } from './token-select'
import { UrlField } from './url-field'
import { changeRequest, type OpenRequest } from './use-request'

const METHODS = VERBS.filter((verb) => verb !== 'ANY')

/** What is sent where and by whom, in one line. */
export function ComposerBar({ open }: { readonly open: OpenRequest }) {
  const { request, api, route } = open
  return (
    <div className="gw-try-composer" role="toolbar" aria-label="Request">
      <div className="gw-try-address">
        <MethodSelect method={request.method} />
        <UrlField open={open} />
        <DeploymentChip api={api} stage={request.stage} />
      </div>
      <div className="gw-try-who">
        <KeySelect apiKeyId={request.apiKeyId} isHttp={api?.protocolType === 'HTTP'} />
        {api !== null && <TokenSelect api={api} route={route} token={request.token} />}
        <SendButton draftId={open.draft.id} />
        <RequestMenu />
      </div>
    </div>
  )
}

function MethodSelect({ method }: { readonly method: string }) {
  const known = METHODS.some((verb) => verb === method) ? METHODS : [...METHODS, method]
  return (
    <NativeSelect
      className="gw-try-method"
      aria-label="Method"
      data-testid="request-method"
      data-verb={method}
      value={method}
      data={known}
      onChange={(event) => changeRequest({ method: event.currentTarget.value })}
    />
  )
}

/** Which deployment answers there. */
function DeploymentChip({ api, stage }: { readonly api: CallableApi | null; readonly stage: string }) {
  const text = api?.protocolType === 'HTTP' ? stageWords(stage) : deploymentWords(api, stage)
  return (
    <span className="gw-try-deployment" title={`${text}. The menus above choose API and stage.`}>
      {text}
    </span>
  )
}

/** HTTP APIs serve every change at once. */
function stageWords(stage: string): string {
  return stage === '' ? 'no stage' : `${stage}, as it stands`
}

function deploymentWords(api: RestApi | null, stage: string): string {
  const deployments = api?.deployments ?? []
  const id = api !== null && Object.hasOwn(api.stages, stage) ? api.stages[stage]?.deploymentId : undefined
  const at = deployments.findIndex((deployment) => deployment.id === id)
  return stage === ''
    ? 'no stage'
    : at === -1
      ? `${stage}, not deployed`
      : `${stage}, deployment ${deployments.length - at}`
}

interface KeySelectProps {
  readonly apiKeyId: string | null
  readonly isHttp: boolean
}

function KeySelect({ apiKeyId, isHttp }: KeySelectProps) {
  const keys = useDesignStore((state) => state.design?.apiKeys)
  const options = (keys ?? []).map(({ id, name, enabled }) => ({
    value: id,
    label: `Key: ${name}${enabled ? '' : ', disabled'}`,
  }))
  if (isHttp) return <NoKeySelect />
  const isGone = apiKeyId !== null && !options.some(({ value }) => value === apiKeyId)
  return (
    <NativeSelect
      className="gw-try-select"
      aria-label="API key"
      data-testid="request-api-key"
      value={apiKeyId ?? ''}
      data={[
        { value: '', label: 'Key: none' },
        ...options,
        ...(isGone ? [{ value: apiKeyId, label: 'Key: gone' }] : []),
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget
        changeRequest({ apiKeyId: value === '' ? null : value })
      }}
    />
  )
}

function NoKeySelect() {
  const reason = 'HTTP APIs have no API keys'
  return (
    <Tooltip label={reason}>
      <NativeSelect
        className="gw-try-select"
        aria-label="API key"
        aria-disabled
        aria-description={reason}
        data-testid="request-api-key"
        value=""
        data={[{ value: '', label: 'Key: none' }]}
        onChange={() => {}}
      />
    </Tooltip>
  )
}

function SendButton({ draftId }: { readonly draftId: string }) {
  const isSending = useTryStore((state) => state.sending.has(draftId))
  const isRunning = useGatewayStore(({ gateway }) => gateway.state === 'running')
  const reason = isSending ? 'The request is on its way' : whyNotSend()
  const keys = commandKeys('run.simulate')
  return (
    <ActionButton
      testId="send"
      variant="filled"
      className="gw-try-send"
      label="Send"
      attributes={{ 'data-state': isSending ? 'sending' : 'idle' }}
      leftSection={<IconSend size={16} />}
      rightSection={<span className="gw-try-keys">{keys}</span>}
      disabledReason={reason}
      tooltip={isRunning ? `Send the request, ${keys}` : 'Start the gateway and send the request'}
      onClick={() => void sendActive()}
    >
      Send
    </ActionButton>
  )
}

import { ActionIcon, Menu, NativeSelect, TextInput, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconChevronDown, IconPlus } from '@tabler/icons-react'
import { commandKeys } from '../../stores/command-keys'
import { useGatewayStore } from '../../stores/gateway-store'
import { useUiStore } from '../../stores/ui-store'
import { formOf, useWebSocketView, type HandshakeForm } from '../../stores/web-socket-view'
import { ActionButton } from '../../ui/action-button'
import { Chip } from '../../ui/chip'
import { plural } from '../../ui/format'
import { HandshakeFields } from './handshake-fields'
import { cancelOpening, openSockets, whyNotOpen } from './open-sockets'
import type { OnScreen } from './use-web-socket'

/** Where clients connect to, and with what. */
export function SocketBar({ screen }: { readonly screen: OnScreen }) {
  const { api, stage } = screen
  const form = useWebSocketView((state) => formOf(state.forms, api.id))
  const isFormOpen = useWebSocketView((state) => state.isFormOpen)
  const changeForm = useWebSocketView((state) => state.changeForm)
  const base = useBase(screen)
  return (
    <>
      <div className="gw-ws-bar" role="toolbar" aria-label="Handshake">
        <div className="gw-ws-address">
          <StageSelect screen={screen} />
          <span className="gw-ws-base gw-mono" title={base}>
            {base}?
          </span>
          <TextInput
            className="gw-ws-query"
            variant="unstyled"
            aria-label="Query string"
            placeholder="token=abc"
            data-testid="ws-query"
            value={form.query}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => changeForm(api.id, { query: event.currentTarget.value })}
            onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && void openSockets(1)}
          />
          <Tooltip label="The route selection expression: what a message is read for">
            <span className="gw-ws-expression">
              <Chip>{api.routeSelectionExpression}</Chip>
            </span>
          </Tooltip>
        </div>
        <div className="gw-ws-actions">
          <Tooltip label="Token, API key, IAM user, subprotocols and headers">
            <ActionIcon
              className="gw-ws-square"
              variant="default"
              aria-label={`Handshake options, ${optionsWords(form)}`}
              aria-expanded={isFormOpen}
              data-testid="ws-options"
              data-used={optionCount(form) > 0 || undefined}
              onClick={() => useWebSocketView.setState({ isFormOpen: !isFormOpen })}
            >
              <IconAdjustmentsHorizontal size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <OpenButtons key={stage} />
        </div>
      </div>
      {isFormOpen && <HandshakeFields screen={screen} form={form} />}
    </>
  )
}

function useBase({ api, stage }: OnScreen): string {
  const gateway = useGatewayStore((state) => state.gateway)
  const port = useUiStore((state) => state.settings.gatewayPort)
  const served =
    gateway.state === 'running'
      ? gateway.apis.find((each) => each.name === api.name && each.stage === stage)
      : undefined
  return (served?.url ?? `http://127.0.0.1${port === 0 ? '' : `:${port}`}/${api.id}/${stage}`).replace(/^http/, 'ws')
}

function StageSelect({ screen: { api, stage } }: { readonly screen: OnScreen }) {
  const stages = Object.keys(api.stages)
  if (stages.length < 2) return null
  return (
    <NativeSelect
      className="gw-ws-stage"
      variant="unstyled"
      aria-label="Stage"
      data-testid="ws-stage"
      value={stage}
      data={stages}
      onChange={(event) => useUiStore.getState().selectStage(event.currentTarget.value)}
    />
  )
}

const MANY = [10, 50, 100] as const

function OpenButtons() {
  const opening = useWebSocketView((state) => state.opening)
  const isRunning = useGatewayStore(({ gateway }) => gateway.state === 'running')
  const reason = whyNotOpen()
  if (opening !== null && opening.wanted > 1) {
    const done = opening.opened + opening.refused
    return (
      <>
        <span className="gw-ws-progress gw-numbers" role="status" data-testid="ws-opening" data-done={done}>
          {done} of {opening.wanted} opened{opening.refused > 0 && `, ${opening.refused} refused`}
        </span>
        <ActionButton testId="ws-open-cancel" onClick={cancelOpening}>
          Cancel
        </ActionButton>
      </>
    )
  }
  return (
    <>
      <ActionButton
        testId="ws-open"
        variant="filled"
        className="gw-ws-open"
        leftSection={<IconPlus size={16} />}
        attributes={{ 'data-state': opening === null ? 'idle' : 'opening' }}
        disabledReason={reason}
        tooltip={
          isRunning ? `Connect one client, ${commandKeys('run.simulate')}` : 'Start the gateway and connect one client'
        }
        onClick={() => void openSockets(1)}
      >
        Open connection
      </ActionButton>
      <span className="gw-ws-many">
        <ActionButton
          testId="ws-open-10"
          className="gw-ws-open"
          disabledReason={reason}
          onClick={() => void openSockets(10)}
        >
          Open 10
        </ActionButton>
        <Menu position="bottom-end">
          <Menu.Target>
            <Tooltip label="Open more">
              <ActionIcon
                className="gw-ws-square"
                variant="default"
                aria-label="Open more connections"
                data-testid="ws-open-more"
              >
                <IconChevronDown size={14} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown className="gw-menu">
            {MANY.map((wanted) => (
              <Menu.Item key={wanted} data-count={wanted} onClick={() => void openSockets(wanted)}>
                Open {wanted} connections
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </span>
    </>
  )
}

function optionCount({ apiKeyId, headers, iamUser, subprotocols, token }: HandshakeForm): number {
  const used = [apiKeyId !== null, headers.length > 0, iamUser !== null, subprotocols.trim() !== '', token !== null]
  return used.filter(Boolean).length
}

function optionsWords(form: HandshakeForm): string {
  const used = optionCount(form)
  return used === 0 ? 'none used' : `${plural(used, 'part')} used`
}

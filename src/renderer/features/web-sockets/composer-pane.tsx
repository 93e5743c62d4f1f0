import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconRepeat, IconSend, IconSquare } from '@tabler/icons-react'
import { useMemo, useRef, type KeyboardEvent } from 'react'
import { commandKeys } from '../../stores/command-keys'
import { useWebSocketView } from '../../stores/web-socket-view'
import { ActionButton } from '../../ui/action-button'
import { Chip } from '../../ui/chip'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import type { CodeEditorHandle } from '../../ui/code-editor/code-editor-props'
import { Pane } from '../../ui/pane'
import { messageSize } from './message-size'
import { messageRoutes, sampleMessage } from './sample-message'
import { sendMessage, startRepeating, stopRepeating, whyNotSend } from './send-message'
import { useMessageHistory } from './use-message-history'
import { useRouteOf } from './use-route-of'
import { useSelectedSocket, type OnScreen } from './use-web-socket'

/** The message that is sent on the chosen connection, and the route that it will select. */
export function ComposerPane({ screen }: { readonly screen: OnScreen }) {
  const { api } = screen
  const message = useWebSocketView((state) => state.messages[api.id]) ?? ''
  const row = useSelectedSocket(screen)
  const editor = useRef<CodeEditorHandle>(null)
  const onArrow = useMessageHistory(api.id, editor)
  return (
    <Pane label="Message" head={<Head screen={screen} message={message} name={row?.name ?? null} />}>
      <div className="gw-ws-column">
        <div className="gw-ws-fill" onKeyDownCapture={(event: KeyboardEvent) => onArrow(event)}>
          <CodeEditor
            ref={editor}
            testId="ws-message"
            label="Message"
            language="json"
            documentId={api.id}
            value={message}
            onChange={(text) => useWebSocketView.getState().write(api.id, text)}
          />
        </div>
        <Foot screen={screen} message={message} />
      </div>
    </Pane>
  )
}

interface HeadProps {
  readonly screen: OnScreen
  readonly message: string
  readonly name: string | null
}

function Head({ screen, message, name }: HeadProps) {
  const route = useRouteOf(screen, message)
  return (
    <>
      <h2>{name === null ? 'Message' : `Message from ${name}`}</h2>
      {route !== null && (
        <span
          className="gw-ws-route"
          role="status"
          data-testid="ws-route"
          data-route={route.routeKey ?? ''}
          title={`${screen.api.routeSelectionExpression} comes to "${route.selected}"`}
        >
          {route.routeKey === null ? 'no route takes it' : 'goes to route'}
          {route.routeKey === null ? (
            <Chip tone="danger">Forbidden</Chip>
          ) : (
            <Chip tone={route.routeKey === '$default' ? 'warning' : 'info'}>{route.routeKey}</Chip>
          )}
        </span>
      )}
      <Actions screen={screen} />
    </>
  )
}

function Actions({ screen: { api } }: { readonly screen: OnScreen }) {
  const routes = useMemo(() => messageRoutes(api), [api])
  if (routes.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button data-testid="ws-actions" rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}>
          Message for
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu" mah="50vh" style={{ overflowY: 'auto' }}>
        {routes.map((routeKey) => (
          <Menu.Item
            key={routeKey}
            data-route={routeKey}
            onClick={() => useWebSocketView.getState().write(api.id, sampleMessage(api, routeKey))}
          >
            {routeKey}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Foot({ screen, message }: { readonly screen: OnScreen; readonly message: string }) {
  const row = useSelectedSocket(screen)
  const repeatingId = useWebSocketView((state) => state.repeatingId)
  const size = useMemo(() => messageSize(message), [message])
  const reason = whyNotSend(row)
  const isRepeating = repeatingId !== null
  return (
    <div className="gw-ws-foot">
      <span className="gw-ws-size-text gw-numbers" data-testid="ws-size" data-bytes={size.bytes}>
        {size.text}
        {size.warning !== null && (
          <b role="alert" data-testid="ws-size-warning">
            {' '}
            {size.warning}
          </b>
        )}
      </span>
      <ActionButton
        testId="ws-repeat"
        attributes={{ 'data-state': isRepeating ? 'repeating' : 'idle', 'aria-pressed': isRepeating }}
        leftSection={isRepeating ? <IconSquare size={14} stroke={1.6} /> : <IconRepeat size={14} stroke={1.6} />}
        disabledReason={isRepeating ? null : reason}
        onClick={isRepeating ? stopRepeating : startRepeating}
      >
        {isRepeating ? 'Stop sending' : 'Send every 1 s'}
      </ActionButton>
      <ActionButton
        testId="ws-send"
        variant="filled"
        label="Send"
        leftSection={<IconSend size={16} />}
        rightSection={<span className="gw-ws-keys">{commandKeys('run.simulate')}</span>}
        disabledReason={reason}
        onClick={() => void sendMessage()}
      >
        Send
      </ActionButton>
    </div>
  )
}

import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { useGatewayStore } from '../../stores/gateway-store'
import { useWebSocketView, type PushResult, type PushTarget } from '../../stores/web-socket-view'
import { ActionButton } from '../../ui/action-button'
import { Chip } from '../../ui/chip'
import { formatCount, plural } from '../../ui/format'
import { Pane } from '../../ui/pane'
import { CleanUp } from './clean-up'
import { pushMeaning, pushWords } from './frame-line'
import { pushTo, stopPushing } from './push-message'
import { useRooms, type Rooms } from './use-rooms'
import { useOpenSockets, useSelectedSocket, type OnScreen } from './use-web-socket'

/** Posts to connections as a backend does, and says what each was answered. */
export function PushPane({ screen }: { readonly screen: OnScreen }) {
  const found = useRooms(screen)
  const { ids, reason } = useTargets(screen, found)
  const text = useWebSocketView((state) => state.pushText)
  const target = useWebSocketView((state) => state.pushTarget)
  const isPushing = useWebSocketView((state) => state.isPushing)
  const done = useWebSocketView((state) => state.pushResults.length)
  return (
    <Pane label="Push" head={<Head />}>
      <div className="gw-ws-push">
        <div className="gw-ws-push-line">
          <TargetSelect screen={screen} found={found} target={target} />
          {target === 'id' && <IdField />}
          <ActionButton
            testId="ws-push"
            attributes={{ 'data-state': isPushing ? 'pushing' : 'idle', 'data-count': ids.length }}
            leftSection={<IconBroadcast size={16} stroke={1.6} aria-hidden />}
            disabledReason={isPushing ? null : reason}
            tooltip={isPushing ? 'Post to no more' : `To ${plural(ids.length, 'connection')}`}
            onClick={() => (isPushing ? stopPushing() : void pushTo(ids))}
          >
            {isPushing && done > 0 ? `Stop, ${formatCount(done)} answered` : 'Push'}
          </ActionButton>
        </div>
        <Textarea
          className="gw-field-mono"
          aria-label="Text to push"
          data-testid="ws-push-text"
          rows={2}
          value={text}
          spellCheck={false}
          onChange={(event) => useWebSocketView.setState({ pushText: event.currentTarget.value })}
        />
        <Results found={found} />
      </div>
    </Pane>
  )
}

function Head() {
  return (
    <>
      <h2>Push with @connections</h2>
      <span className="gw-pane-note gw-mono">{'POST /@connections/{id}'}</span>
    </>
  )
}

function useTargets(
  screen: OnScreen,
  found: Rooms,
): { readonly ids: readonly string[]; readonly reason: string | null } {
  const isRunning = useGatewayStore(({ gateway }) => gateway.state === 'running')
  const open = useOpenSockets(screen)
  const selected = useSelectedSocket(screen)
  const target = useWebSocketView((state) => state.pushTarget)
  const typed = useWebSocketView((state) => state.pushId).trim()
  if (!isRunning) return { ids: [], reason: 'Start the gateway first' }
  if (target === 'selected')
    return selected === null
      ? { ids: [], reason: 'Choose a connection first' }
      : { ids: [selected.connection.connectionId], reason: null }
  if (target === 'id')
    return typed === '' ? { ids: [], reason: 'Write a connection id first' } : { ids: [typed], reason: null }
  const ids =
    target === 'all'
      ? open.map(({ connection }) => connection.connectionId)
      : (found.rooms.find(({ key }) => `room:${key}` === target)?.connectionIds ?? [])
  return { ids, reason: ids.length === 0 ? 'Nobody is there' : null }
}

interface TargetSelectProps {
  readonly screen: OnScreen
  readonly found: Rooms
  readonly target: PushTarget
}

function TargetSelect({ screen, found, target }: TargetSelectProps) {
  const selected = useSelectedSocket(screen)
  const open = useOpenSockets(screen)
  const rooms = found.rooms
    .filter(({ key }) => key !== '')
    .map(({ connectionIds, key, label }) => ({
      value: `room:${key}`,
      label: `Everybody in ${label.slice(0, 60)}, ${formatCount(connectionIds.length)}`,
    }))
  const isGone = target.startsWith('room:') && !rooms.some(({ value }) => value === target)
  return (
    <NativeSelect
      className="gw-ws-target"
      aria-label="To whom"
      data-testid="ws-push-target"
      value={target}
      data={[
        { value: 'selected', label: selected === null ? 'The chosen connection' : `Only ${selected.name}` },
        { value: 'all', label: `Everybody, ${formatCount(open.length)}` },
        ...rooms,
        ...(isGone ? [{ value: target, label: 'A room that is empty now' }] : []),
        { value: 'id', label: 'A connection id' },
      ]}
      onChange={(event) => useWebSocketView.setState({ pushTarget: event.currentTarget.value as PushTarget })}
    />
  )
}

function IdField() {
  const pushId = useWebSocketView((state) => state.pushId)
  return (
    <TextInput
      className="gw-field-mono gw-ws-push-id"
      aria-label="Connection id"
      data-testid="ws-push-id"
      placeholder="R1kmxc2VNjMCFIA="
      value={pushId}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => useWebSocketView.setState({ pushId: event.currentTarget.value })}
    />
  )
}

/** Results that are written out; what went wrong comes first. */
const MOST_RESULTS = 40

function Results({ found: { nameOf } }: { readonly found: Rooms }) {
  const results = useWebSocketView((state) => state.pushResults)
  if (results.length === 0) return null
  const failed = results.filter(({ status }) => status !== 200)
  const shown = [...failed, ...results.filter(({ status }) => status === 200)].slice(0, MOST_RESULTS)
  const meanings = [...new Set(failed.map(({ status }) => status))].map((status) => `${status}: ${pushMeaning(status)}`)
  return (
    <div className="gw-ws-results" role="status">
      <span className="gw-ws-members">
        {shown.map((result) => (
          <Result key={result.connectionId} result={result} name={nameOf(result.connectionId)} />
        ))}
        {results.length > shown.length && <span>and {formatCount(results.length - shown.length)} more</span>}
      </span>
      {meanings.map((meaning) => (
        <p key={meaning} className="gw-ws-hint">
          {meaning}
        </p>
      ))}
      {failed.some(({ status }) => status === 410) && <CleanUp />}
    </div>
  )
}

function Result({ result: { connectionId, status }, name }: { readonly result: PushResult; readonly name: string }) {
  return (
    <span data-testid="ws-push-result" data-connection-id={connectionId} data-name={name} data-status={status}>
      <Chip tone={status === 200 ? 'success' : 'danger'}>
        {status === 200 ? '200' : pushWords(status)} {name}
      </Chip>
    </span>
  )
}

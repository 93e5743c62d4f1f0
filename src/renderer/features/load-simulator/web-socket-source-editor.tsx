import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { patchMembers } from '@shared/design/edits/update-in'
import type { LatencyDistribution } from '@shared/design/scenario'
import type { ConnectionSource, MessageTraffic } from '@shared/design/web-socket-scenario'
import { TextField } from '../../ui/fields'
import { KeyList } from './key-list'
import { NumberMember } from './member-fields'
import { OptionalLatency } from './optional-latency'
import { PopularityFields } from './popularity-fields'
import { RouteWeights } from './route-weights'
import { ShapeFields } from './shape-fields'
import type { Change } from './use-scenario'

const NEW_STAY: LatencyDistribution = { distribution: 'EXPONENTIAL', meanMs: 120_000 }
const NEW_PAUSE: LatencyDistribution = { distribution: 'UNIFORM', minMs: 500, maxMs: 3000 }

const SHARES = [
  ['missingTokens', 'Missing tokens'],
  ['expiredTokens', 'Expired tokens'],
  ['deniedIdentities', 'Denied callers'],
  ['wrongApiKeys', 'Wrong API keys'],
] as const

export interface WebSocketSourceEditorProps {
  readonly source: ConnectionSource
  /** "/scenarios/0/connections/0". */
  readonly pointer: string
  /** Those that messages can go to. */
  readonly routeKeys: readonly string[]
  readonly keyNames: readonly string[]
  readonly onChange: Change<ConnectionSource>
  onRemove(): void
}

/** Everything about one stream of clients. */
export function WebSocketSourceEditor(props: WebSocketSourceEditorProps) {
  const { source, pointer, onChange, onRemove } = props
  return (
    <>
      <TextField
        label="Name"
        value={source.name}
        pointer={`${pointer}/name`}
        validate={(text) => (text.trim() === '' ? 'A name is needed' : undefined)}
        onChange={(name) => onChange({ ...source, name }, `${pointer}/name`)}
      />
      <ShapeFields
        shape={source.shape}
        pointer={`${pointer}/shape`}
        onChange={(shape, at) => onChange({ ...source, shape }, at)}
      />
      <p className="gw-sim-consequence">Each request of the shape is one handshake.</p>
      <Part title="How long they stay">
        <StayFields {...props} />
      </Part>
      <Part title="What each of them sends">
        <MessageFields {...props} />
      </Part>
      <Part title="Who connects">
        <HandshakeFields {...props} />
      </Part>
      <Button className="gw-sim-remove" onClick={onRemove}>
        Remove connections
      </Button>
    </>
  )
}

function StayFields({ source, pointer, onChange }: WebSocketSourceEditorProps) {
  const shared = { of: source, pointer, onChange }
  return (
    <>
      <OptionalLatency
        label="Stay"
        absentWords="Until the service ends it: idle for 10 minutes, 2 hours old."
        latency={source.stay}
        initial={NEW_STAY}
        pointer={`${pointer}/stay`}
        onChange={(stay, at) => onChange(patchMembers(source, { stay }), at)}
      />
      <div className="gw-sim-pair">
        <NumberMember {...shared} member="leavesSilently" label="Vanish silently" isShare placeholder="0" />
        <NumberMember {...shared} member="pingsEverySeconds" label="Ping every" unit="s" min={1} placeholder="never" />
      </div>
      <OptionalLatency
        label="Pause before they reconnect"
        absentWords="Who is refused or cut off does not come again."
        latency={source.reconnectAfter}
        initial={NEW_PAUSE}
        pointer={`${pointer}/reconnectAfter`}
        onChange={(reconnectAfter, at) => onChange(patchMembers(source, { reconnectAfter }), at)}
      />
    </>
  )
}

function MessageFields({ source, pointer, routeKeys, onChange }: WebSocketSourceEditorProps) {
  const at = `${pointer}/messages`
  const { messages } = source
  if (messages === undefined) {
    const first = routeKeys[0]
    const initial: MessageTraffic = { ratePerSecond: 0.1, routes: first === undefined ? {} : { [first]: 1 } }
    return (
      <div className="gw-sim-item">
        <span className="gw-sim-note">They only listen.</span>
        <Button
          size="compact-xs"
          aria-label="Add messages"
          onClick={() => onChange({ ...source, messages: initial }, at)}
        >
          Add
        </Button>
      </div>
    )
  }
  const put: Change<MessageTraffic> = (next, where) => onChange({ ...source, messages: next }, where)
  const shared = { of: messages, pointer: at, onChange: put }
  return (
    <>
      <div className="gw-sim-pair">
        <NumberMember {...shared} member="ratePerSecond" label="Messages of each" unit="/s" />
        <NumberMember {...shared} member="bytes" label="Size" unit="bytes" max={131_072} integer placeholder="1024" />
        <NumberMember {...shared} member="invalidBodies" label="Invalid bodies" isShare placeholder="0" />
      </div>
      <RouteWeights
        weights={messages.routes}
        routeKeys={routeKeys}
        pointer={`${at}/routes`}
        onChange={(routes, where) => put({ ...messages, routes }, where)}
      />
      <Button className="gw-sim-remove" onClick={() => onChange(patchMembers(source, { messages: undefined }), at)}>
        Remove messages
      </Button>
    </>
  )
}

function HandshakeFields({ source, pointer, keyNames, onChange }: WebSocketSourceEditorProps) {
  return (
    <>
      <PopularityFields
        label="Callers"
        value={source.identities}
        pointer={`${pointer}/identities`}
        onChange={(identities, at) => onChange(patchMembers(source, { identities }), at)}
      />
      <div className="gw-sim-pair">
        <NumberMember
          of={source}
          pointer={pointer}
          onChange={onChange}
          member="joins"
          label="Rooms of each"
          max={100}
          integer
          placeholder="1"
        />
        {SHARES.map(([member, label]) => (
          <NumberMember
            key={member}
            of={source}
            pointer={pointer}
            onChange={onChange}
            member={member}
            label={label}
            isShare
            placeholder="0"
          />
        ))}
      </div>
      <KeyList
        value={source.apiKeys}
        names={keyNames}
        pointer={`${pointer}/apiKeys`}
        onChange={(apiKeys, at) => onChange(patchMembers(source, { apiKeys }), at)}
      />
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="gw-sim-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

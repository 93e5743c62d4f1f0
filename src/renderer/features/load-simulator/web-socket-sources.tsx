import { routeKeysOf } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import type { ConnectionSource } from '@shared/design/web-socket-scenario'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { useDesignStore } from '../../stores/design-store'
import { PanelSection } from '../../ui/panel-section'
import { AddButton } from './add-button'
import { freeName } from './default-scenario'
import { Disclosure } from './disclosure'
import { ShapeSparkline } from './shape-sparkline'
import { rateWords } from './source-words'
import type { ScenarioInUse } from './use-scenario'
import { defaultConnections } from './web-socket-scenario'
import { WebSocketSourceEditor } from './web-socket-source-editor'
import { connectionWords, messageWords } from './web-socket-words'

const NO_KEYS: readonly { readonly name: string }[] = []
const NOT_FOR_MESSAGES = new Set(['$connect', '$disconnect'])

/** Who connects. */
export function WebSocketSources({ api, scenario, pointer, change }: ScenarioInUse & { readonly api: WebSocketApi }) {
  const keys = useDesignStore((state) => state.design?.apiKeys) ?? NO_KEYS
  const connections = scenario.connections ?? []
  const put = (next: readonly ConnectionSource[], at: string): void => change({ ...scenario, connections: next }, at)
  const add = (): void =>
    put([...connections, defaultConnections(api, freeName('Clients', connections))], `${pointer}/connections`)
  return (
    <PanelSection title="Connections" action={<AddButton label="Add connections" onClick={add} />}>
      {connections.length === 0 && <p className="gw-sim-note">Nobody connects. Add connections.</p>}
      {connections.map((source, index) => (
        <Disclosure
          // A source has no identity but its place: its name is being edited.
          key={index}
          name={source.name}
          testId="connection-source"
          attributes={{ 'data-source': source.name }}
          summary={<SourceSummary source={source} scenario={scenario} />}
        >
          <WebSocketSourceEditor
            source={source}
            pointer={`${pointer}/connections/${index}`}
            routeKeys={routeKeysOf(api).filter((routeKey) => !NOT_FOR_MESSAGES.has(routeKey))}
            keyNames={keys.map(({ name }) => name)}
            onChange={(next, at) => put(connections.with(index, next), at)}
            onRemove={() => put(connections.toSpliced(index, 1), `${pointer}/connections`)}
          />
        </Disclosure>
      ))}
    </PanelSection>
  )
}

function SourceSummary({ source, scenario }: { readonly source: ConnectionSource; readonly scenario: Scenario }) {
  const { durationInSeconds, startsAt } = scenario
  return (
    <span className="gw-sim-source">
      <span className="gw-sim-source-name">{source.name}</span>
      <span className="gw-sim-source-rate gw-mono">{rateWords(source.shape)}</span>
      <span className="gw-sim-source-words">{connectionWords(source)}</span>
      <ShapeSparkline shape={source.shape} durationInSeconds={durationInSeconds} startsAt={startsAt} />
      <span className="gw-sim-source-words">{messageWords(source)}</span>
    </span>
  )
}

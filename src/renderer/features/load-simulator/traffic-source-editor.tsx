import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { patchMembers } from '@shared/design/edits/update-in'
import type { LatencyDistribution, Scenario, TrafficSource } from '@shared/design/scenario'
import { TextField } from '../../ui/fields'
import { CallerFields } from './caller-fields'
import { KeyList } from './key-list'
import { OptionalLatency } from './optional-latency'
import { RetryFields } from './retry-fields'
import { RouteWeights } from './route-weights'
import { ShapeFields } from './shape-fields'
import { volumeWords } from './shape-volume'
import { ShareFields } from './share-fields'
import type { Change } from './use-scenario'

const NEW_CLIENT_LATENCY: LatencyDistribution = { distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.3 }

export interface TrafficSourceEditorProps {
  readonly source: TrafficSource
  readonly scenario: Scenario
  /** "/scenarios/0/sources/0". */
  readonly pointer: string
  readonly routeKeys: readonly string[]
  readonly keyNames: readonly string[]
  readonly onChange: Change<TrafficSource>
  onRemove(): void
}

/** Everything about one stream of requests. */
export function TrafficSourceEditor({
  source,
  scenario,
  pointer,
  routeKeys,
  keyNames,
  onChange,
  onRemove,
}: TrafficSourceEditorProps) {
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
      <p className="gw-sim-consequence">{volumeWords(source.shape, scenario.durationInSeconds, scenario.startsAt)}</p>
      <Part title="Routes and their weights">
        <RouteWeights
          weights={source.routes}
          routeKeys={routeKeys}
          pointer={`${pointer}/routes`}
          onChange={(routes, at) => onChange({ ...source, routes }, at)}
        />
      </Part>
      <Part title="API keys">
        <KeyList
          value={source.apiKeys}
          names={keyNames}
          pointer={`${pointer}/apiKeys`}
          onChange={(apiKeys, at) => onChange(patchMembers(source, { apiKeys }), at)}
        />
      </Part>
      <Part title="Who asks for what">
        <CallerFields source={source} pointer={pointer} onChange={onChange} />
      </Part>
      <Part title="When they are refused">
        <RetryFields
          retry={source.retry}
          pointer={`${pointer}/retry`}
          onChange={(retry, at) => onChange(patchMembers(source, { retry }), at)}
        />
      </Part>
      <Part title="Way to the gateway and back">
        <OptionalLatency
          label="Client latency"
          absentWords="No time passes on the way."
          latency={source.clientLatency}
          initial={NEW_CLIENT_LATENCY}
          pointer={`${pointer}/clientLatency`}
          onChange={(clientLatency, at) => onChange(patchMembers(source, { clientLatency }), at)}
        />
      </Part>
      <Part title="Share of requests with">
        <ShareFields source={source} pointer={pointer} onChange={onChange} />
      </Part>
      <Button className="gw-sim-remove" onClick={onRemove}>
        Remove source
      </Button>
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

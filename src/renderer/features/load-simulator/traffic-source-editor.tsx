import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { patchMembers } from '@shared/design/edits/update-in'
import type { TrafficSource } from '@shared/design/scenario'
import { TextField } from '../../ui/fields'
import { KeyList } from './key-list'
import { PopularityFields } from './popularity-fields'
import { RouteWeights } from './route-weights'
import { ShapeFields } from './shape-fields'
import { ShareFields } from './share-fields'
import type { Change } from './use-scenario'

export interface TrafficSourceEditorProps {
  readonly source: TrafficSource
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
        <PopularityFields
          label="Callers"
          value={source.identities}
          pointer={`${pointer}/identities`}
          onChange={(identities, at) => onChange(patchMembers(source, { identities }), at)}
        />
        <PopularityFields
          label="Items"
          value={source.items}
          pointer={`${pointer}/items`}
          onChange={(items, at) => onChange(patchMembers(source, { items }), at)}
        />
        <TextField
          label="Source IP"
          mono
          placeholder="any"
          value={source.sourceIp ?? ''}
          pointer={`${pointer}/sourceIp`}
          onChange={(text) =>
            onChange(patchMembers(source, { sourceIp: text === '' ? undefined : text }), `${pointer}/sourceIp`)
          }
        />
        <TextField
          label="VPC endpoint"
          mono
          placeholder="none"
          value={source.vpcEndpointId ?? ''}
          pointer={`${pointer}/vpcEndpointId`}
          onChange={(text) =>
            onChange(
              patchMembers(source, { vpcEndpointId: text === '' ? undefined : text }),
              `${pointer}/vpcEndpointId`,
            )
          }
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

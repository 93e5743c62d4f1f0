import { patchMembers } from '@shared/design/edits/update-in'
import type { TrafficSource } from '@shared/design/scenario'
import { TextField } from '../../ui/fields'
import { PopularityFields } from './popularity-fields'
import type { Change } from './use-scenario'

export interface CallerFieldsProps {
  readonly source: TrafficSource
  readonly pointer: string
  readonly onChange: Change<TrafficSource>
}

/** How many different callers and items a source has, and where its requests come from. */
export function CallerFields({ source, pointer, onChange }: CallerFieldsProps) {
  return (
    <>
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
          onChange(patchMembers(source, { vpcEndpointId: text === '' ? undefined : text }), `${pointer}/vpcEndpointId`)
        }
      />
    </>
  )
}

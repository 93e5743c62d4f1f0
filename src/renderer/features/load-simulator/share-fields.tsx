import { patchMembers } from '@shared/design/edits/update-in'
import type { TrafficSource } from '@shared/design/scenario'
import { NumberField } from '../../ui/fields'
import { percentOf, shareOf } from './share-percent'
import type { Change } from './use-scenario'

const SHARES = [
  ['invalidBodies', 'Invalid bodies'],
  ['missingTokens', 'Missing tokens'],
  ['expiredTokens', 'Expired tokens'],
  ['deniedIdentities', 'Denied callers'],
  ['wrongApiKeys', 'Wrong API keys'],
  ['cacheBypasses', 'Cache bypasses'],
] as const satisfies readonly (readonly [keyof TrafficSource, string])[]

export interface ShareFieldsProps {
  readonly source: TrafficSource
  readonly pointer: string
  readonly onChange: Change<TrafficSource>
}

/** How many of a source's requests are not as they should be. */
export function ShareFields({ source, pointer, onChange }: ShareFieldsProps) {
  return SHARES.map(([member, label]) => (
    <div key={member} className="gw-sim-inline">
      <NumberField
        label={label}
        unit="%"
        min={0}
        max={100}
        placeholder="0"
        value={percentOf(source[member])}
        pointer={`${pointer}/${member}`}
        onChange={(percent) => onChange(patchMembers(source, { [member]: shareOf(percent) }), `${pointer}/${member}`)}
      />
    </div>
  ))
}

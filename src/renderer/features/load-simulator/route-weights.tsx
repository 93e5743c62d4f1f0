import { setMember, removeMember } from '@shared/design/edits/update-in'
import type { TrafficSource } from '@shared/design/scenario'
import { pointerSegment } from '@shared/diagnostic'
import { NumberField, SelectField } from '../../ui/fields'
import { RemoveButton } from './add-button'
import type { Change } from './use-scenario'

type Weights = TrafficSource['routes']

export interface RouteWeightsProps {
  readonly weights: Weights
  /** Every routeKey of the API. */
  readonly routeKeys: readonly string[]
  readonly pointer: string
  readonly onChange: Change<Weights>
}

/** Which routes a source calls, and how often each in proportion to the others. */
export function RouteWeights({ weights, routeKeys, pointer, onChange }: RouteWeightsProps) {
  const others = routeKeys.filter((routeKey) => weights[routeKey] === undefined)
  const pointerOf = (routeKey: string): string => `${pointer}/${pointerSegment(routeKey)}`
  return (
    <>
      {Object.entries(weights).map(([routeKey, weight]) => (
        <div key={routeKey} className="gw-sim-inline gw-sim-inline-mono">
          <NumberField
            label={routeKey}
            unit="weight"
            min={0}
            required
            value={weight}
            error={routeKeys.includes(routeKey) ? undefined : 'Not a route of this API'}
            pointer={pointerOf(routeKey)}
            onChange={(next = 0) => onChange(setMember(weights, routeKey, next), pointerOf(routeKey))}
          />
          <RemoveButton
            label={`Remove ${routeKey}`}
            onClick={() => onChange(removeMember(weights, routeKey), pointer)}
          />
        </div>
      ))}
      {others.length > 0 && (
        <SelectField
          label="Add route"
          value=""
          options={[{ value: '', label: 'Choose a route' }, ...others.map((value) => ({ value, label: value }))]}
          pointer={pointer}
          onChange={(routeKey) => {
            if (routeKey !== '') onChange({ ...weights, [routeKey]: 1 }, pointer)
          }}
        />
      )}
    </>
  )
}

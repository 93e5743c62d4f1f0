import type { LimitChange, ScenarioEvent } from '@shared/design/scenario'
import { patchMembers } from '@shared/design/edits/update-in'
import { SelectField } from '../../ui/fields'
import { EVENT_OPTIONS, newEvent, type EventTargets } from './event-catalog'
import { NumberMember, SelectMember } from './member-fields'
import type { Change } from './use-scenario'

export interface EventFieldsProps {
  readonly event: ScenarioEvent
  readonly targets: EventTargets
  /** "/scenarios/0/events/0". */
  readonly pointer: string
  readonly onChange: Change<ScenarioEvent>
}

/** One event: when it happens, what, and to whom. */
export function EventFields({ event, targets, pointer, onChange }: EventFieldsProps) {
  return (
    <div className="gw-sim-pair">
      <div className="gw-sim-wide">
        <SelectField
          label="What happens"
          value={event.type}
          options={EVENT_OPTIONS}
          pointer={`${pointer}/type`}
          onChange={(value) => {
            const type = EVENT_OPTIONS.find((known) => known.value === value)?.value
            if (type && type !== event.type) onChange(newEvent(type, event.at, targets), `${pointer}/type`)
          }}
        />
      </div>
      <NumberMember of={event} member="at" label="At" unit="s" pointer={pointer} onChange={onChange} />
      <TypeFields event={event} targets={targets} pointer={pointer} onChange={onChange} />
    </div>
  )
}

const optionsOf = (names: readonly string[]) => names.map((value) => ({ value, label: value }))
const EVERY_ROUTE = { value: '*', label: 'Every route' }

function TypeFields({ event, targets, pointer, onChange }: EventFieldsProps) {
  const shared = { pointer, onChange }
  switch (event.type) {
    case 'SET_LIMIT':
      return <LimitFields {...shared} event={event} targets={targets} />
    case 'REVOKE':
      return (
        <>
          <NumberMember {...shared} of={event} member="share" label="Of its callers" isShare />
          <SelectMember
            {...shared}
            of={event}
            member="source"
            label="Source"
            options={optionsOf(targets.sources)}
            isWide
          />
        </>
      )
    case 'CHANGE_DATA':
    case 'CHANGE_BACKEND':
      return (
        <>
          <div className="gw-sim-wide">
            <SelectMember
              {...shared}
              of={event}
              member="route"
              label="Backend of"
              options={[EVERY_ROUTE, ...optionsOf(targets.routeKeys)]}
            />
          </div>
          {event.type === 'CHANGE_BACKEND' && (
            <>
              <NumberMember {...shared} of={event} member="latencyFactor" label="Takes" unit="times" placeholder="1" />
              <NumberMember {...shared} of={event} member="errorRate" label="Errors" isShare placeholder="as before" />
            </>
          )}
        </>
      )
    default:
      return null
  }
}

const LEVELS: readonly { readonly value: LimitChange['level']; readonly label: string }[] = [
  { value: 'method', label: 'method, of one route' },
  { value: 'stage', label: 'stage, of every method' },
  { value: 'plan', label: 'plan, of each key' },
  { value: 'planMethod', label: 'planMethod, of each key on a route' },
  { value: 'account', label: 'account' },
]

function LimitFields({ event, targets, pointer, onChange }: EventFieldsProps & { readonly event: LimitChange }) {
  const shared = { of: event, pointer, onChange }
  const hasRoute = event.level === 'method' || event.level === 'planMethod'
  const hasPlan = event.level === 'plan' || event.level === 'planMethod'
  return (
    <>
      <div className="gw-sim-wide">
        <SelectField
          label="Level"
          value={event.level}
          options={LEVELS}
          pointer={`${pointer}/level`}
          onChange={(value) => {
            const level = LEVELS.find((known) => known.value === value)?.value
            if (level) onChange(atLevel(event, level, targets), `${pointer}/level`)
          }}
        />
      </div>
      {hasRoute && (
        <SelectMember {...shared} member="route" label="Route" options={optionsOf(targets.routeKeys)} isWide />
      )}
      {hasPlan && (
        <SelectMember
          {...shared}
          member="usagePlanId"
          label="Usage plan"
          options={targets.plans.map(({ id, name }) => ({ value: id, label: name }))}
          isWide
        />
      )}
      <NumberMember {...shared} member="rateLimit" label="Rate limit" unit="requests/s" isWide />
      <NumberMember {...shared} member="burstLimit" label="Burst limit" unit="requests" integer isWide />
    </>
  )
}

/** The same limit at another level, with the members that the level has. */
export function atLevel(event: LimitChange, level: LimitChange['level'], targets: EventTargets): LimitChange {
  const hasRoute = level === 'method' || level === 'planMethod'
  const hasPlan = level === 'plan' || level === 'planMethod'
  return patchMembers<LimitChange>(event, {
    level,
    route: hasRoute ? (event.route ?? targets.routeKeys[0]) : undefined,
    usagePlanId: hasPlan ? (event.usagePlanId ?? targets.plans[0]?.id) : undefined,
  })
}

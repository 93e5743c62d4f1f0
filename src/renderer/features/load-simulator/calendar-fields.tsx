import type { TrafficShape } from '@shared/design/scenario'
import { removeMember } from '@shared/design/edits/update-in'
import { daysOf, hoursOf, type CalendarShape } from './calendar-rate'
import { NumberMember } from './member-fields'
import type { Change } from './use-scenario'
import { WeightBars } from './weight-bars'

const HOUR_NAMES = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00 UTC`)
const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export interface CalendarFieldsProps {
  readonly shape: CalendarShape
  readonly pointer: string
  readonly onChange: Change<TrafficShape>
}

/** A mean rate and how it is spread over the hours of a day and the days of a week. */
export function CalendarFields({ shape, pointer, onChange }: CalendarFieldsProps) {
  return (
    <>
      <NumberMember
        of={shape}
        member="ratePerSecond"
        label="Mean rate"
        unit="requests/s"
        isWide
        pointer={pointer}
        onChange={onChange}
      />
      <div className="gw-sim-wide">
        <WeightBars
          label="Hours"
          names={HOUR_NAMES}
          ticks={{ 0: '0', 6: '6', 12: '12', 18: '18' }}
          weights={hoursOf(shape)}
          pointer={`${pointer}/hours`}
          isDefault={shape.hours === undefined}
          onReset={() => onChange(removeMember(shape, 'hours'), `${pointer}/hours`)}
          onChange={(hours, at) => onChange({ ...shape, hours }, at)}
        />
      </div>
      {shape.type === 'WEEKLY' && (
        <div className="gw-sim-wide">
          <WeightBars
            label="Days"
            names={DAY_NAMES}
            ticks={{ 0: 'M', 1: 'T', 2: 'W', 3: 'T', 4: 'F', 5: 'S', 6: 'S' }}
            weights={daysOf(shape)}
            pointer={`${pointer}/days`}
            isDefault={shape.days === undefined}
            onReset={() => onChange(removeMember(shape, 'days'), `${pointer}/days`)}
            onChange={(days, at) => onChange({ ...shape, days }, at)}
          />
        </div>
      )}
    </>
  )
}

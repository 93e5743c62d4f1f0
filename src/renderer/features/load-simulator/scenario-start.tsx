import { patchMembers } from '@shared/design/edits/update-in'
import { DesignTextField } from '../../stores/design-fields'
import { DEFAULT_START } from './calendar-rate'
import { Disclosure } from './disclosure'
import { startProblem } from './start-time'
import type { ScenarioInUse } from './use-scenario'

/** What is seldom changed about a scenario: its description and the instant at which it begins. */
export function ScenarioStart({ scenario, pointer, change }: ScenarioInUse) {
  const { description, startsAt } = scenario
  const orNone = (text: string): string | undefined => (text.trim() === '' ? undefined : text)
  return (
    <Disclosure
      name="Description and start"
      summary={<span className="gw-sim-note">{description ?? 'Description and start'}</span>}
    >
      <DesignTextField
        label="Description"
        multiline
        value={description ?? ''}
        pointer={`${pointer}/description`}
        onChange={(text) => change(patchMembers(scenario, { description: orNone(text) }), `${pointer}/description`)}
      />
      <DesignTextField
        label="Starts at"
        mono
        placeholder={DEFAULT_START}
        help="For quota periods and for DAILY and WEEKLY traffic."
        value={startsAt ?? ''}
        pointer={`${pointer}/startsAt`}
        validate={startProblem}
        onChange={(text) => change(patchMembers(scenario, { startsAt: orNone(text) }), `${pointer}/startsAt`)}
      />
    </Disclosure>
  )
}

import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Api } from '@shared/design/api'
import { routeKeysOf } from '@shared/design/route-key'
import type { ScenarioEvent } from '@shared/design/scenario'
import { patchMembers } from '@shared/design/edits/update-in'
import { useDesignStore } from '../../stores/design-store'
import { formatDuration } from '../../ui/format'
import { PanelSection } from '../../ui/panel-section'
import { AddButton } from './add-button'
import { Disclosure } from './disclosure'
import { eventsInOrder, newEvent, type EventTargets } from './event-catalog'
import { EventFields } from './event-fields'
import { eventWords } from './event-words'
import type { ScenarioInUse } from './use-scenario'

/** What changes while the run goes on. */
export function TimelineEvents({ api, scenario, pointer, change }: ScenarioInUse & { readonly api: Api }) {
  const targets = useEventTargets(api, scenario)
  const events = scenario.events ?? []
  const at = `${pointer}/events`
  const put = (next: readonly ScenarioEvent[], where: string): void =>
    change(patchMembers(scenario, { events: next.length === 0 ? undefined : next }), where)
  const order = useSteadyOrder(events)
  const middle = Math.round(scenario.durationInSeconds / 2)
  return (
    <PanelSection
      title="On the timeline"
      action={
        <AddButton
          label="Add event"
          onClick={() => put([...events, newEvent('CHANGE_BACKEND', middle, targets)], at)}
        />
      }
    >
      {events.length === 0 && <p className="gw-sim-note">Nothing changes while the run goes on.</p>}
      {order.map((index) => {
        const event = events[index]
        return event === undefined ? null : (
          <Disclosure
            key={index}
            name={`${formatDuration(event.at)} ${eventWords(event, targets.plans)}`}
            testId="scenario-event"
            attributes={{ 'data-type': event.type, 'data-at': String(event.at) }}
            summary={
              <span className="gw-sim-event">
                <span className="gw-mono">{formatDuration(event.at)}</span>
                <span className="gw-sim-event-words">{eventWords(event, targets.plans)}</span>
              </span>
            }
          >
            <EventFields
              event={event}
              targets={targets}
              pointer={`${at}/${index}`}
              onChange={(next, where) => put(events.with(index, next), where)}
            />
            <Button className="gw-sim-remove" onClick={() => put(events.toSpliced(index, 1), at)}>
              Remove event
            </Button>
          </Disclosure>
        )
      })}
    </PanelSection>
  )
}

/** The order of time as it was when an event last came or went: a line does not move away while its time is typed. */
function useSteadyOrder(events: readonly ScenarioEvent[]): readonly number[] {
  const orderOf = () => eventsInOrder(events).map(({ index }) => index)
  const [order, setOrder] = useState(orderOf)
  if (order.length !== events.length) setOrder(orderOf)
  return order
}

function useEventTargets(api: Api, scenario: ScenarioInUse['scenario']): EventTargets {
  const plans = useDesignStore((state) => state.design?.usagePlans)
  const { sources } = scenario
  return useMemo(
    () => ({
      routeKeys: routeKeysOf(api),
      sources: sources.map(({ name }) => name),
      plans: (plans ?? []).map(({ id, name }) => ({ id, name })),
    }),
    [api, sources, plans],
  )
}

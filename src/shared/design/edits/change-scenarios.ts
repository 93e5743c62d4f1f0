import type { Design } from '../design'
import type { Scenario, ScenarioCheck, TrafficSource } from '../scenario'
import { mapItems, patchMembers, removeMember, renameMember, setMember } from './update-in'

/** Every scenario passed through `change`; `undefined` removes it. */
export function changeScenarios(design: Design, change: (scenario: Scenario) => Scenario | undefined): Design {
  return setMember(design, 'scenarios', mapItems(design.scenarios, change))
}

/** A route renamed in a scenario, or taken out of it. A source left without routes stays, for its next route to be chosen. */
export function moveScenarioRoute(scenario: Scenario, fromKey: string, toKey: string | null): Scenario {
  const move = <V, R extends { readonly [routeKey: string]: V }>(record: R): R =>
    toKey === null ? removeMember(record, fromKey) : renameMember<V, R>(record, fromKey, toKey)
  const moved = setMember(
    scenario,
    'sources',
    mapItems(scenario.sources, (source) => setMember(source, 'routes', move(source.routes))),
  )
  const withBackends = moved.backends ? setMember(moved, 'backends', move(moved.backends)) : moved
  return moveChecks(moveMessageRoute(withBackends, move), 'route', fromKey, toKey)
}

type Move = <V, R extends { readonly [routeKey: string]: V }>(record: R) => R

/** The same in what clients of a WebSocket API send, and in what follows. */
function moveMessageRoute(scenario: Scenario, move: Move): Scenario {
  const { connections, webSocket } = scenario
  const sent = connections
    ? setMember(
        scenario,
        'connections',
        mapItems(connections, (source) =>
          source.messages
            ? setMember(source, 'messages', setMember(source.messages, 'routes', move(source.messages.routes)))
            : source,
        ),
      )
    : scenario
  return webSocket?.answers
    ? setMember(sent, 'webSocket', setMember(webSocket, 'answers', move(webSocket.answers)))
    : sent
}

/** An API key renamed in a scenario, or taken out of it. */
export function moveScenarioKey(scenario: Scenario, fromName: string, toName: string | null): Scenario {
  const sources = mapItems(scenario.sources, (source) => moveSourceKey(source, fromName, toName))
  const moved = setMember(scenario, 'sources', sources)
  const { connections } = scenario
  const all = connections
    ? setMember(
        moved,
        'connections',
        mapItems(connections, (source) => moveSourceKey(source, fromName, toName)),
      )
    : moved
  return moveChecks(all, 'apiKey', fromName, toName)
}

function moveSourceKey<Source extends Pick<TrafficSource, 'apiKeys'>>(
  source: Source,
  fromName: string,
  toName: string | null,
): Source {
  if (!source.apiKeys) return source
  const names = mapItems(source.apiKeys.names, (name) => (name === fromName ? (toName ?? undefined) : name))
  const apiKeys = names.length === 0 ? undefined : setMember(source.apiKeys, 'names', names)
  return patchMembers(source, { apiKeys } as Partial<Source>)
}

function moveChecks(scenario: Scenario, member: 'route' | 'apiKey', from: string, to: string | null): Scenario {
  if (!scenario.checks) return scenario
  const checks = mapItems(scenario.checks, (check): ScenarioCheck | undefined => {
    if (check[member] !== from) return check
    return to === null ? undefined : { ...check, [member]: to }
  })
  return setMember(scenario, 'checks', checks)
}

import type { Scenario, TrafficSource } from '@shared/design/scenario'
import type { LoadSource } from './load-plan'
import { REPLAY_STAND_IN_RATE } from './load-source'

/** What no tool that sends real requests can carry of a scenario. */
export function planNotes(scenario: Scenario, sources: readonly LoadSource[]): string[] {
  return [
    ...scenario.sources.flatMap((source) => sourceNotes(source, sources)),
    ...(scenario.connections ?? []).map(
      ({ name }) =>
        `Connections "${name}" are left out: the script sends requests, and cannot stay connected to a WebSocket API.`,
    ),
    ...(scenario.events?.length
      ? [
          `${scenario.events.length} events (changed limits, flushes, revocations, slow backends) are left out: bring them about by hand.`,
        ]
      : []),
    ...(scenario.backends !== undefined || scenario.authorizer !== undefined || scenario.overhead !== undefined
      ? ['The models of backends, authorizer and overhead are left out: the real ones answer.']
      : []),
  ]
}

function sourceNotes(source: TrafficSource, planned: readonly LoadSource[]): string[] {
  const { name, shape } = source
  const plan = planned.find((one) => one.name === name)
  if (plan === undefined) return [`"${name}" is left out: it sends nothing, or to no route of the API.`]
  const missing = Object.keys(source.routes).length - plan.routes.length
  const signed = plan.routes.filter(({ isSigned }) => isSigned).map(({ routeKey }) => routeKey)
  return [
    ...(missing > 0 ? [`"${name}": ${missing} of its routes are left out: the API does not have them.`] : []),
    ...(shape.type === 'REPLAY'
      ? [
          `"${name}" replays ${shape.file}: it sends ${REPLAY_STAND_IN_RATE} request a second to its routes instead. Set a rate.`,
        ]
      : []),
    ...(shape.type === 'BURST' && !shape.spreadInSeconds
      ? [`"${name}": a burst comes within one second, not all at once.`]
      : []),
    ...(signed.length > 0 ? [`"${name}": requests to ${signed.join(', ')} are not signed for IAM.`] : []),
    ...(source.sourceIp === undefined
      ? []
      : [`"${name}": its requests come from your own address, not from ${source.sourceIp}.`]),
    ...(source.vpcEndpointId === undefined
      ? []
      : [`"${name}": its requests do not come through ${source.vpcEndpointId}.`]),
    ...(source.clientLatency === undefined ? [] : [`"${name}": the way there and back is that of your own network.`]),
  ]
}

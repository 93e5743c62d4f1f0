import type { Scenario } from '@shared/design/scenario'
import { DEFAULT_PARALLEL_POSTS } from '@shared/design/web-socket-scenario'
import { SHAPE_NUMBERS } from './shape-numbers'
import { setting, type SweepSetting } from './sweep-setting'

/** What a sweep can try of the connections of a WebSocket API, and of what is sent to them. */
export function connectionSettings({ connections = [], webSocket }: Scenario): SweepSetting[] {
  const ofSources = connections.flatMap(({ name, shape, leavesSilently, messages }, index) => {
    const path = ['scenario', 'connections', index]
    const isWhole = shape.type === 'BURST' || shape.type === 'CLOSED_LOOP'
    return [
      ...(SHAPE_NUMBERS[shape.type] ?? []).map(([member, label, unit]) =>
        setting('Traffic', [...path, 'shape', member], `${label} of ${name}`, Number(Reflect.get(shape, member)), {
          unit: unit.replace('requests', 'handshakes'),
          integer: isWhole,
          min: isWhole ? 1 : 0,
        }),
      ),
      ...(messages
        ? [
            setting(
              'Traffic',
              [...path, 'messages', 'ratePerSecond'],
              `Messages of each of ${name}`,
              messages.ratePerSecond,
              { unit: '/s' },
            ),
          ]
        : []),
      setting('Traffic', [...path, 'leavesSilently'], `Share of ${name} that vanishes`, leavesSilently ?? 0, {
        unit: '0 to 1',
        max: 1,
      }),
    ]
  })
  if (webSocket === undefined) return ofSources
  const parallel = webSocket.parallelPosts ?? DEFAULT_PARALLEL_POSTS
  const ofRooms = webSocket.rooms
    ? [
        setting('Traffic', ['scenario', 'webSocket', 'rooms', 'count'], 'Number of rooms', webSocket.rooms.count, {
          min: 1,
          integer: true,
        }),
      ]
    : []
  return [
    ...ofSources,
    ...ofRooms,
    setting('Backends', ['scenario', 'webSocket', 'parallelPosts'], 'Posts at a time', parallel, {
      min: 1,
      max: 1000,
      integer: true,
    }),
  ]
}

import { describe, expect, it } from 'vitest'
import { playedSockets } from './socket-run.fixture'

const once = (count: number) => ({ type: 'BURST', count, at: 0 }) as const
const chatty = { ratePerSecond: 0.5, routes: { send: 1 } }

describe('messages', () => {
  it('go out to everybody but the sender', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(20), messages: chatty },
      model: { answers: { send: { broadcast: 'ALL' } } },
    })
    const { messagesIn, messagesOut, deliveredPosts, fanOut } = webSocket
    expect(messagesIn).toBeGreaterThan(400)
    expect([messagesOut, deliveredPosts, fanOut.count, fanOut.mean]).toEqual([
      messagesIn * 19,
      messagesIn * 19,
      messagesIn,
      19,
    ])
  })

  it('go to the room of their sender: as many as there are in it on average, less one', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(400), messages: chatty },
      model: { rooms: { count: 20, distribution: 'UNIFORM' }, answers: { send: { broadcast: 'ROOM' } } },
    })
    // A sender finds each of 399 others in its room with a chance of 1 in 20. About 12,000 messages, whose rooms differ.
    expect(Math.abs(webSocket.fanOut.mean - 399 / 20)).toBeLessThan(1.5)
    expect(webSocket.messagesOut).toBe(Math.round(webSocket.fanOut.mean * webSocket.messagesIn))
  })

  it('reach nobody from outside of all rooms', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(20), messages: chatty, joins: 0 },
      model: { rooms: { count: 2, distribution: 'UNIFORM' }, answers: { send: { broadcast: 'ROOM' } } },
    })
    expect([webSocket.messagesOut, webSocket.fanOut.count]).toEqual([0, 0])
  })

  it('are answered once each where the route replies, and come back to the sender where it is told', () => {
    const { webSocket } = playedSockets({
      source: { shape: once(5), messages: { ratePerSecond: 1, routes: { send: 1, ask: 1 } } },
      model: { answers: { ask: { reply: true }, send: { broadcast: 'ALL', includesSender: true } } },
    })
    const asked = webSocket.messagesIn - webSocket.fanOut.count
    expect(webSocket.messagesOut).toBe(asked + 5 * webSocket.fanOut.count)
  })

  it('are metered once for each 32 KB begun, in both directions', () => {
    const { webSocket, byOutcome } = playedSockets({
      source: { shape: once(5), messages: { ...chatty, bytes: 33_000 } },
      model: { answers: { send: { reply: true, bytes: 131_072 } } },
    })
    const sent = byOutcome['INTEGRATED']! - 5
    expect([webSocket.messagesIn, webSocket.messagesOut]).toEqual([2 * sent, 4 * sent])
  })

  it('are refused by the bucket of their route, and answered with an error frame', () => {
    const stages = { prod: { routeSettings: { send: { throttlingRateLimit: 0.001, throttlingBurstLimit: 10 } } } }
    const { webSocket, byOutcome } = playedSockets({ source: { shape: once(5), messages: chatty }, api: { stages } })
    expect(webSocket.throttledMessages).toBe(webSocket.messagesIn - 10)
    expect([byOutcome['THROTTLED_METHOD'], webSocket.messagesOut]).toEqual([
      webSocket.throttledMessages,
      webSocket.throttledMessages,
    ])
  })

  it('that do not fit the model of their route never reach its backend', () => {
    const messages = { ...chatty, invalidBodies: 1 }
    const { webSocket, byOutcome } = playedSockets({ source: { shape: once(5), messages } })
    expect(byOutcome).toEqual({ INTEGRATED: 5, BAD_REQUEST_BODY: webSocket.messagesIn })
  })

  it('count against the key that was found at the handshake', () => {
    const { webSocket, apiKeys } = playedSockets({
      source: { shape: once(2), messages: chatty, apiKeys: { names: ['acme'], distribution: 'UNIFORM' } },
      api: { routes: { $connect: { apiKeyRequired: true }, send: {} } },
      design: {
        apiKeys: [{ id: 'key0', name: 'acme', enabled: true, value: 'acme0000000000000000000000' }],
        usagePlans: [
          {
            id: 'plan00',
            name: 'Gold',
            throttle: { rateLimit: 0.001, burstLimit: 7 },
            apiStages: [{ apiId: 'chatapi001', stage: 'prod' }],
            keyIds: ['key0'],
          },
        ],
      },
    })
    // Two tokens went to the handshakes.
    expect([webSocket.messagesIn - webSocket.throttledMessages, apiKeys.map(({ key }) => key)]).toEqual([5, ['acme']])
  })
})

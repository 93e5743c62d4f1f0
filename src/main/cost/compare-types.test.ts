import { expect, it } from 'vitest'
import { compareTypes } from './compare-types'

it('prices the same traffic as each type of API', () => {
  const traffic = {
    region: 'us-east-1',
    requestsPerMonth: 10_000_000,
    responseBytes: 0,
    openConnections: 0,
    cacheGb: null,
  }
  const { REST, HTTP, WEBSOCKET } = compareTypes(traffic)
  expect([REST.total, HTTP.total, WEBSOCKET.total]).toEqual([35, 10, 10])
})

it('counts the minutes of connections for WebSocket APIs, and the cache for REST APIs alone', () => {
  const traffic = {
    region: 'us-east-1',
    requestsPerMonth: 0,
    responseBytes: 0,
    openConnections: 1000,
    cacheGb: '0.5',
  } as const
  const { REST, HTTP, WEBSOCKET } = compareTypes(traffic)
  expect([REST.total, HTTP.total, WEBSOCKET.total]).toEqual([14.6, 0, 10.95])
})

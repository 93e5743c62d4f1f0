import { expect, it } from 'vitest'
import { HTTP_REQUEST_INCREMENT, meteredUnits, WEBSOCKET_MESSAGE_INCREMENT } from './metered-units'

it.each([
  [0, 1],
  [524_288, 1],
  [524_289, 2],
  [1_048_576, 2],
  [1_048_577, 3],
])('an HTTP request with %d bytes counts %d times', (bytes, times) => {
  expect(meteredUnits(bytes, HTTP_REQUEST_INCREMENT)).toBe(times)
})

it.each([
  [0, 1],
  [32_768, 1],
  [32_769, 2],
  [131_072, 4],
])('a WebSocket message of %d bytes counts %d times', (bytes, times) => {
  expect(meteredUnits(bytes, WEBSOCKET_MESSAGE_INCREMENT)).toBe(times)
})

import { expect, test } from 'vitest'
import { portSetting } from './port-setting'

test.each([
  [undefined, 0],
  ['', 0],
  ['0', 0],
  ['8080', 8080],
])('%j asks for port %s', (text, port) => {
  expect(portSetting(text)).toBe(port)
})

test.each(['x', '-1', '65536', '80.5'])('%j is refused by name', (text) => {
  expect(() => portSetting(text)).toThrow(`GATEWRIGHT_PORT is "${text}". Give a port from 0 to 65535.`)
})

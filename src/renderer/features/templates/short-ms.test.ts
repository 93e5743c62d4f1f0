import { expect, test } from 'vitest'
import { shortMs } from './short-ms'

test('a time that rounds to nothing is still some', () => {
  expect([0, 0.04, 0.05, 0.31, 12].map(shortMs)).toEqual(['< 0.1 ms', '< 0.1 ms', '0.1 ms', '0.3 ms', '12 ms'])
})

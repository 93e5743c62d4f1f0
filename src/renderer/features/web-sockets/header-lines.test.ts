import { expect, it } from 'vitest'
import { headerLines, headersOf } from './header-lines'

it('reads headers a line each, and writes them back', () => {
  const headers = headersOf('Authorization: Bearer a:b\n\n X-Room :lobby\nOrigin')
  expect(headers).toEqual([
    ['Authorization', 'Bearer a:b'],
    ['X-Room', 'lobby'],
    ['Origin', ''],
  ])
  expect(headersOf(headerLines(headers))).toEqual(headers)
})

import { describe, expect, it } from 'vitest'
import { readMessage } from './client-message'
import { compileRouteChoice } from './route-choice'

const chosen = (routeKeys: readonly string[], text: string, expression = '$request.body.action'): string | null =>
  compileRouteChoice(expression, routeKeys)(readMessage(text))

describe('the route of a message', () => {
  it.each([
    ['{"action":"send"}', 'send'],
    ['{"action":"Send"}', '$default'],
    ['{"action":"other"}', '$default'],
    ['{"action":""}', '$default'],
    ['{}', '$default'],
    ['hi', '$default'],
    ['"send"', '$default'],
    ['{"action":"$connect"}', '$default'],
    ['{"action":"$disconnect"}', '$default'],
    ['{"action":"$default"}', '$default'],
  ])('of %s is %s', (text, routeKey) => {
    expect(chosen(['send', '$connect', '$default', '$disconnect'], text)).toBe(routeKey)
  })

  it('is none without $default', () => {
    expect([chosen(['send', '$connect'], 'hi'), chosen(['$connect'], '{"action":"$connect"}')]).toEqual([null, null])
  })

  it('is the same for every message where the expression is a text', () => {
    expect([chosen(['send', '$default'], '{}', 'send'), chosen(['send', '$default'], 'hi', 'send')]).toEqual([
      'send',
      '$default',
    ])
  })
})

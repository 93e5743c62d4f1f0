import { describe, expect, it } from 'vitest'
import type { WebSocketRoute } from '@shared/design/websocket-api'
import { readMessage } from './client-message'
import { compileMessageCheck } from './message-check'

const models = {
  Join: { contentType: 'application/json', schema: { type: 'object', required: ['room'] } },
  Any: { contentType: 'application/json', schema: { type: 'object' } },
}
const route: WebSocketRoute = {
  modelSelectionExpression: '$request.body.kind',
  requestModels: { join: 'Join', $default: 'Any', gone: 'Gone' },
}

const verdict = (text: string, of: WebSocketRoute = route) => compileMessageCheck(of, { models })?.(readMessage(text))

describe('the model of a message', () => {
  it('is not looked for where the route selects none', () => {
    expect(verdict('{}', { requestModels: { $default: 'Join' } })).toBeUndefined()
  })

  it('is chosen by the message, or is the default', () => {
    expect([verdict('{"kind":"join","room":"a"}'), verdict('{"kind":"other"}')]).toEqual([
      { valid: true },
      { valid: true },
    ])
  })

  it('says what is wrong with a message', () => {
    expect([verdict('{"kind":"join"}'), verdict('[]'), verdict('hi'), verdict('{"kind":"gone"}')]).toEqual([
      { valid: false, details: '[object has missing required properties (["room"])]' },
      { valid: false, details: expect.stringContaining('does not match') },
      { valid: false, details: '[Unknown error parsing request body]' },
      { valid: false, details: '[the model "Gone" does not exist]' },
    ])
  })

  it('refuses what no model is for', () => {
    expect(verdict('{"kind":"x"}', { ...route, requestModels: {} })).toEqual({
      valid: false,
      details: '[no model for the key "x"]',
    })
  })
})

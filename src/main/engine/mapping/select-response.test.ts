import { describe, expect, it } from 'vitest'
import { selectResponse } from './select-response'

const responses = [
  { statusCode: '200' },
  { statusCode: '404', selectionPattern: '4\\d{2}' },
  { statusCode: '400', selectionPattern: '.*bad.*' },
  { statusCode: '503', selectionPattern: '404' },
  { statusCode: '500', selectionPattern: '(' },
]

describe('selectResponse', () => {
  it.each([
    ['404', '404'],
    ['4040', '200'],
    ['something bad happened', '400'],
    ['something\nbad', '200'],
    ['', '200'],
    ['(', '200'],
  ])('answers for %j with %s', (text, statusCode) => {
    expect(selectResponse(responses, text)?.statusCode).toBe(statusCode)
  })

  it('prefers the default response of the same status', () => {
    const defaults = [{ statusCode: '200' }, { statusCode: '201', selectionPattern: '' }]
    expect([selectResponse(defaults, '201'), selectResponse(defaults, '202')]).toEqual([defaults[1], defaults[0]])
  })

  it('gives nothing where nothing matches and nothing is the default', () => {
    expect(selectResponse([{ statusCode: '404', selectionPattern: '404' }], '200')).toBe(undefined)
  })

  it('lets a pattern for everything override the default', () => {
    const all = [{ statusCode: '200' }, { statusCode: '500', selectionPattern: '.*' }]
    expect(selectResponse(all, 'x')).toBe(all[1])
  })
})

import { expect, test } from 'vitest'
import { slotLine, slotWords } from './slot-words'

const REQUEST = { apiId: 'a', path: '/orders', verb: 'POST', contentType: 'application/json' } as const
const RESPONSE = { ...REQUEST, contentType: 'application/xml', statusCode: '400', selectionPattern: 'Bad.*' }

test('a slot is named by its route and what it is there', () => {
  expect([slotWords(REQUEST), slotWords(RESPONSE)]).toEqual([
    'Request template of POST /orders application/json',
    'Response template 400 for Bad.* of POST /orders application/xml',
  ])
})

test('in a list JSON goes without saying', () => {
  expect([slotLine(REQUEST), slotLine(RESPONSE)]).toEqual([
    'POST /orders, request',
    'POST /orders, 400 Bad.*, application/xml',
  ])
})

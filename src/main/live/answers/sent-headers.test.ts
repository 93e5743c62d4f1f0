import { expect, test } from 'vitest'
import { sentHeaders } from './sent-headers'

test('headers are sent as they are spelt, those of one name together and under its first spelling', () => {
  const headers = [
    ['X-One', '1'],
    ['Set-Cookie', 'a=1'],
    ['x-one', '2'],
    ['set-cookie', 'b=2'],
    ['SET-COOKIE', 'c=3'],
  ] as const
  expect(sentHeaders(headers)).toEqual(['X-One', ['1', '2'], 'Set-Cookie', ['a=1', 'b=2', 'c=3']])
})

test('what belongs to the connection, what is no name, and what would end a line is not sent', () => {
  const headers = [
    ['Content-Length', '7'],
    ['CONNECTION', 'close'],
    ['bad name', '1'],
    ['X-Text', 'a\r\nb\tc'],
    ['X-Snow', '☃'],
  ] as const
  expect(sentHeaders(headers)).toEqual(['X-Text', 'ab\tc', 'X-Snow', Buffer.from('☃').toString('latin1')])
  expect(sentHeaders(headers)).toEqual(['X-Text', 'ab\tc', 'X-Snow', Buffer.from('☃').toString('latin1')])
})

import { describe, expect, test } from 'vitest'
import { eventText, headersText, mapText, masked, payloadStart, testDate } from './log-text'

describe('the text of an event', () => {
  test('stays whole up to 1,024 bytes, and is cut after them', () => {
    const texts = ['a'.repeat(1024), 'a'.repeat(1025)].map(eventText)
    expect(texts).toEqual(['a'.repeat(1024), `${'a'.repeat(1024)} [TRUNCATED]`])
  })

  test('is never cut inside of a character', () => {
    const cut = ['', 'a', 'aa', 'aaa'].map((start) => eventText(start + '😀'.repeat(300)))
    expect(cut).toEqual(
      [
        ['', 256],
        ['a', 255],
        ['aa', 255],
        ['aaa', 255],
      ].map(([start, times]) => `${start}${'😀'.repeat(Number(times))} [TRUNCATED]`),
    )
  })

  test('can be short and still have too many bytes', () => {
    expect(eventText('€'.repeat(400))).toBe(`${'€'.repeat(341)} [TRUNCATED]`)
  })
})

test('a payload is read as far as an event could hold it', () => {
  const bytes = Buffer.from(`xx${'é'.repeat(3000)}`).subarray(2)
  expect([payloadStart(bytes), payloadStart('a'.repeat(5000)), payloadStart(Buffer.from('é'))]).toEqual([
    'é'.repeat(1024),
    'a'.repeat(2048),
    'é',
  ])
})

test('of a secret the last six characters are shown, of a short one no more than half', () => {
  expect(['abcdefghijklmnop', 'abcdefgh', 'abcde', 'a', ''].map(masked)).toEqual([
    '**********klmnop',
    '****efgh',
    '***de',
    '*',
    '',
  ])
})

test('headers are a map with their secrets masked, whatever their case', () => {
  const headers = [
    ['Accept', 'a'],
    ['authorization', 'Bearer abcdefgh'],
    ['accept', 'b'],
    ['X-API-Key', 'abcdefghijkl'],
  ] as const
  expect([headersText(headers), headersText([]), mapText([['a', '1']])]).toEqual([
    '{Accept=a, b, authorization=*********cdefgh, X-API-Key=******ghijkl}',
    '{}',
    '{a=1}',
  ])
})

test('dates are written as the console writes them', () => {
  expect(testDate(Date.UTC(2024, 7, 8, 10, 11, 12, 999))).toBe('Thu Aug 08 10:11:12 UTC 2024')
})

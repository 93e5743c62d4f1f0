import { expect, test } from 'vitest'
import { indexEntries, search, type Searchable } from './search'

const entry = (title: string, detail = ''): Searchable => ({ id: `${title} ${detail}`.trim(), title, detail })
const ENTRIES = [
  entry('Deploy to stage', 'Run'),
  entry('Method throttle', 'POST /orders, 100 / 50'),
  entry('Stage throttle', 'prod, 1,000 / 500'),
  entry('POST /orders', 'Create order'),
  entry('GET /orders/{id}', 'Get order'),
]
const find = (query: string, recent: string[] = []): string[] =>
  search(indexEntries(ENTRIES), query, recent).map(({ id }) => id)

test('an empty query gives everything in its order, what was used last first', () => {
  expect(find('', ['POST /orders Create order'])).toEqual([
    'POST /orders Create order',
    ...ENTRIES.map(({ id }) => id).filter((id) => id !== 'POST /orders Create order'),
  ])
})

test('every word of the query has to be found, in any order', () => {
  expect(find('orders thro')).toEqual(['Method throttle POST /orders, 100 / 50'])
})

test('the start of a title comes before the start of a word, and that before a detail', () => {
  expect(find('stage')).toEqual(['Stage throttle prod, 1,000 / 500', 'Deploy to stage Run'])
  expect(find('post')).toEqual(['POST /orders Create order', 'Method throttle POST /orders, 100 / 50'])
})

test('letters of a title in their order are enough', () => {
  expect(find('dpl')).toEqual(['Deploy to stage Run'])
})

test('of two that fit alike the one used lately comes first', () => {
  expect(find('throttle')[0]).toBe('Method throttle POST /orders, 100 / 50')
  expect(find('throttle', ['Stage throttle prod, 1,000 / 500'])[0]).toBe('Stage throttle prod, 1,000 / 500')
})

test('what does not fit is not there, however recent', () => {
  expect(find('websocket', ['POST /orders Create order'])).toEqual([])
})

test('letters are looked for within one word', () => {
  expect([find('dplstg'), find('mthd thrtl')]).toEqual([[], ['Method throttle POST /orders, 100 / 50']])
})

test('at most 50 are given, of however many', () => {
  const many = Array.from({ length: 5000 }, (_, at) => entry('Method throttle', `GET /things/${at}/parts, ${at} / 50`))
  const index = indexEntries(many)
  const found = ['t', 'thr', 'throttle 4', 'things parts 49', 'mthd zzz'].map(
    (query) => search(index, query, []).length,
  )
  expect(found).toEqual([50, 50, 50, 50, 0])
})

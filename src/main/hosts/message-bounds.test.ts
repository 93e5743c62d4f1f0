import { expect, test } from 'vitest'
import { MAX_DEPTH, findBoundsProblem } from './message-bounds'

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

test('plain data within the bounds has no problem', () => {
  expect(findBoundsProblem({ a: [1, 'x', null, true], b: { c: undefined }, constructor: 'data' })).toBeNull()
})

test('the deepest allowed nesting is fine and one more level is not', () => {
  expect([findBoundsProblem(nested(MAX_DEPTH)), findBoundsProblem(nested(MAX_DEPTH + 1))]).toEqual([
    null,
    'nests deeper than 200 levels',
  ])
})

test('nesting far beyond the stack is answered, not a crash', () => {
  expect(findBoundsProblem(nested(1_000_000))).toBe('nests deeper than 200 levels')
})

test('many small values are as large as one large one', () => {
  expect(findBoundsProblem(['x'.repeat(60), 'x'.repeat(60)], 100)).toBe('is larger than 100 bytes')
})

test('a __proto__ key is refused at any depth', () => {
  const value: unknown = JSON.parse('{"design":{"apis":[{"__proto__":{"polluted":true}}]}}')
  expect(findBoundsProblem(value)).toBe('has the key "__proto__", which is not allowed')
})

test.each([
  ['a bigint', 1n, 'holds a bigint, which JSON cannot carry'],
  ['a function', () => 1, 'holds a function, which JSON cannot carry'],
  ['a date', new Date(0), 'holds an object that is not plain data'],
  ['a map', new Map(), 'holds an object that is not plain data'],
])('%s is refused', (_, value, message) => {
  expect(findBoundsProblem({ value })).toBe(message)
})

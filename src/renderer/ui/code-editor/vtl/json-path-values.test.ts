import { expect, test } from 'vitest'
import { valuesAt } from './json-path-values'

const SAMPLE = { items: [{ id: 'a', n: 1 }, { id: 'b' }], 'a b': { c: true }, nothing: null }

test.each([
  ['$', [SAMPLE], false],
  ['', [SAMPLE], false],
  ['$.items[0].id', ['a'], false],
  ['items[0].id', ['a'], false],
  ['$.items[-1].id', ['b'], false],
  ["$['a b'].c", [true], false],
  ["$[''a b'']['c']", [true], false],
  ['$["a b"].c', [true], false],
  ['$.nothing', [null], false],
  ['$.items[*].n', [1], true],
  ['$.items.*.id', ['a', 'b'], true],
  ['$.items[0:1].id', ['a', 'b'], true],
  ['$.items[?(@.n > 0)].id', ['a', 'b'], true],
  ['$.items.id', [], false],
  ['$.items[9]', [], false],
  ['$.missing.deeper', [], false],
  ['$.constructor', [], false],
])('%s finds %j', (path, values, isIndefinite) => {
  expect(valuesAt(SAMPLE, path)).toEqual({ values, isIndefinite })
})

test.each(['$..id', '$.items.length()', '$.', '$.items[', '$.a b', '$$'])('%s is not followed', (path) => {
  expect(valuesAt(SAMPLE, path)).toBeNull()
})

test('without a sample nothing is found', () => {
  expect(valuesAt(undefined, '$.items')).toBeNull()
})

test('a long path is given up, and of long lists the first items stand for all', () => {
  expect(valuesAt(SAMPLE, `$${'.a'.repeat(100)}`)).toBeNull()
  const wide = {
    rows: Array.from({ length: 1_000 }, (_, row) => ({ cells: Array.from({ length: 1_000 }, () => row) })),
  }
  expect(valuesAt(wide, '$.rows[*].cells[*]')?.values).toHaveLength(50)
})

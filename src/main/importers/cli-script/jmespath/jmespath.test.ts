import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate'
import { parseExpression } from './parse-expression'

const VALUE = {
  items: [
    { id: 'r1', path: '/', methods: { GET: {} } },
    { id: 'r2', path: '/orders', pathPart: 'orders', n: 2 },
    { id: 'r3', path: '/orders/{id}', n: 1, tags: ['a', 'b'] },
  ],
  'a-b': { x: null },
}

function query(text: string): unknown {
  return evaluate(parseExpression(text), VALUE)
}

describe('the expressions of --query', () => {
  it.each([
    ['items[0].id', 'r1'],
    ['items[-1].id', 'r3'],
    ["items[?path=='/'].id", ['r1']],
    ["items[?path=='/'].id | [0]", 'r1'],
    ['items[?path==`/orders`] | [0].id', 'r2'],
    ['items[?n > `1`].id', ['r2']],
    ["items[?contains(path, 'orders') && !pathPart].id | [0]", 'r3'],
    [
      'items[*].[id,path]',
      [
        ['r1', '/'],
        ['r2', '/orders'],
        ['r3', '/orders/{id}'],
      ],
    ],
    [
      'items[].{I: id, N: n}',
      [
        { I: 'r1', N: null },
        { I: 'r2', N: 2 },
        { I: 'r3', N: 1 },
      ],
    ],
    ['items[].tags[]', ['a', 'b']],
    ['items[1:].id', ['r2', 'r3']],
    ['length(items)', 3],
    ["join(',', items[].id)", 'r1,r2,r3'],
    ['sort_by(items[?n], &n)[0].id', 'r3'],
    ['keys(items[0].methods)', ['GET']],
    ['"a-b".x', null],
    ['nothing.at[0].all', null],
    ['items[?id==`r9`].id', []],
    ['@.items[0].methods.*', [{}]],
    ["not_null(nothing, 'x')", 'x'],
    ['items[2].tags | [1]', 'b'],
  ])('%s', (text, expected) => {
    expect(query(text)).toEqual(expected)
  })

  it.each(['items[', 'a..b', 'nope(items)', '', 'a b', '{a: b', '['.repeat(500)])('refuses %s', (text) => {
    expect(() => query(text)).toThrow(SyntaxError)
  })
})

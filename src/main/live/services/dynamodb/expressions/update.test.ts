import { describe, expect, test } from 'vitest'
import { attributesJson, readAttributeMap } from '../attribute-value'
import { applyUpdate } from './apply-update'
import { Placeholders } from './placeholders'
import { TokenReader } from './token-reader'
import { readUpdate } from './update'

const ITEM = {
  id: { S: 'A-1' },
  sold: { N: '7' },
  tags: { SS: ['red', 'blue'] },
  parts: { L: [{ S: 'a' }, { S: 'b' }, { S: 'c' }] },
  address: { M: { city: { S: 'Bern' }, geo: { M: { x: { N: '1' } } } } },
}

const VALUES = {
  ':s': { S: 'new' },
  ':n': { N: '0.5' },
  ':list': { L: [{ S: 'd' }] },
  ':tags': { SS: ['blue', 'green'] },
  ':map': { M: {} },
}

/** What of the item an update changes; null for what it takes away. */
function changed(text: string): object {
  const input = { ExpressionAttributeValues: VALUES, ExpressionAttributeNames: { '#v': 'views' } }
  const actions = readUpdate(new TokenReader(text, 'UpdateExpression', new Placeholders(input, true)))
  const after = attributesJson(applyUpdate(readAttributeMap(ITEM), actions))
  const names = new Set([...Object.keys(ITEM), ...Object.keys(after)])
  const before: Record<string, unknown> = ITEM
  return Object.fromEntries(
    [...names].flatMap((name) =>
      JSON.stringify(before[name]) === JSON.stringify(after[name]) ? [] : [[name, after[name] ?? null]],
    ),
  )
}

describe('an update', () => {
  test.each([
    ['SET price = :n', { price: { N: '0.5' } }],
    ['set sold = sold + :n, before_ = sold', { sold: { N: '7.5' }, before_: { N: '7' } }],
    ['SET sold = :n - sold', { sold: { N: '-6.5' } }],
    ['SET #v = if_not_exists(#v, :n) + :n', { views: { N: '1' } }],
    ['SET id = if_not_exists(id, :s)', {}],
    ['SET parts = list_append(parts, :list)', { parts: { L: [{ S: 'a' }, { S: 'b' }, { S: 'c' }, { S: 'd' }] } }],
    ['SET parts = list_append(if_not_exists(nothing, :list), parts)', { parts: { L: [{ S: 'd' }, ...ITEM.parts.L] } }],
    ['SET parts[1] = :s, parts[9] = :n', { parts: { L: [{ S: 'a' }, { S: 'new' }, { S: 'c' }, { N: '0.5' }] } }],
    [
      'SET address.geo.y = :n',
      { address: { M: { city: { S: 'Bern' }, geo: { M: { x: { N: '1' }, y: { N: '0.5' } } } } } },
    ],
    ['REMOVE sold, nothing', { sold: null }],
    ['REMOVE parts[0], parts[2], address.geo', { parts: { L: [{ S: 'b' }] }, address: { M: { city: { S: 'Bern' } } } }],
    ['ADD sold :n, #v :n', { sold: { N: '7.5' }, views: { N: '0.5' } }],
    ['ADD tags :tags, more :tags', { tags: { SS: ['red', 'blue', 'green'] }, more: { SS: ['blue', 'green'] } }],
    ['DELETE tags :tags, nothing :tags', { tags: { SS: ['red'] } }],
    [
      'SET a = :s REMOVE sold ADD #v :n DELETE tags :tags',
      {
        a: { S: 'new' },
        sold: null,
        views: { N: '0.5' },
        tags: { SS: ['red'] },
      },
    ],
  ])('%s', (text, expected) => {
    expect(changed(text)).toEqual(expected)
  })

  test.each([
    ['SET', 'Invalid UpdateExpression: Syntax error; token: "<EOF>", near: "SET"'],
    ['PUT a = :s', 'Invalid UpdateExpression: Syntax error; token: "PUT", near: "PUT a"'],
    [
      'SET a = :s SET b = :s',
      'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
    ],
    [
      'SET address = :map, address.city = :s',
      'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; ' +
        'path one: [address], path two: [address.city]',
    ],
    ['SET views = :n', 'Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: views'],
    ['SET a = size(id)', 'Invalid UpdateExpression: Invalid function name; function: size'],
    [
      'ADD a :s',
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: S',
    ],
    [
      'DELETE sold :n',
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: N',
    ],
    ['SET a = nothing + :n', 'The provided expression refers to an attribute that does not exist in the item'],
    ['SET a = id + :n', 'An operand in the update expression has an incorrect data type'],
    ['SET a = list_append(id, :list)', 'An operand in the update expression has an incorrect data type'],
    ['ADD tags :n', 'An operand in the update expression has an incorrect data type'],
    ['SET nothing.part = :s', 'The document path provided in the update expression is invalid for update'],
    ['SET id[0] = :s', 'The document path provided in the update expression is invalid for update'],
  ])('is refused: %s', (text, problem) => {
    expect(() => changed(text)).toThrow(problem)
  })

  test('is refused when functions lie too deep in one another', () => {
    const text = `SET a = ${'if_not_exists(b, '.repeat(80)}:s${')'.repeat(80)}`
    expect(() => changed(text)).toThrow('Invalid UpdateExpression: The expression is nested too deeply')
  })
})

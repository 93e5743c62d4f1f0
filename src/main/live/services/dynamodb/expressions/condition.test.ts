import { describe, expect, test } from 'vitest'
import { readAttributeMap } from '../attribute-value'
import { readCondition } from './condition'
import { meets } from './evaluate-condition'
import { Placeholders } from './placeholders'
import { TokenReader } from './token-reader'

const ITEM = {
  id: { S: 'A-1' },
  price: { N: '61.5' },
  gift: { BOOL: true },
  status: { S: 'open' },
  note: { NULL: true },
  tags: { SS: ['red', 'blue'] },
  address: { M: { city: { S: 'Zürich' }, 'zip.code': { S: '8000' } } },
  lines: { L: [{ M: { sku: { S: 's1' } } }, { N: '2' }] },
  seal: { B: 'AAEC' },
}

const VALUES = {
  ':id': { S: 'A-1' },
  ':a': { S: 'A' },
  ':n': { N: '61.50' },
  ':ten': { N: '10' },
  ':hundred': { N: '100' },
  ':true': { BOOL: true },
  ':null': { NULL: true },
  ':red': { S: 'red' },
  ':tags': { SS: ['blue', 'red'] },
  ':two': { N: '2' },
  ':type': { S: 'SS' },
  ':city': { S: 'Zür' },
  ':bytes': { B: 'AAE=' },
}

function holds(text: string): boolean {
  const names = { '#status': 'status', '#zip': 'zip.code', '#lines': 'lines' }
  const input = { ExpressionAttributeNames: names, ExpressionAttributeValues: VALUES }
  const condition = readCondition(new TokenReader(text, 'ConditionExpression', new Placeholders(input, true)))
  return meets(readAttributeMap(ITEM), condition)
}

describe('a condition', () => {
  test.each([
    'id = :id',
    'price = :n',
    'price > :ten',
    'price < :hundred',
    'price >= :n AND price <= :n',
    'id <> :a',
    'absent <> :a',
    'gift = :true and note = :null',
    'tags = :tags',
    '#status = #status',
    'price BETWEEN :ten AND :hundred',
    'price between :ten and :hundred and gift = :true',
    'id IN (:a, :id)',
    'attribute_exists(id)',
    'attribute_exists(address.city)',
    'attribute_exists(address.#zip)',
    'attribute_exists(#lines[0].sku)',
    'attribute_not_exists(absent)',
    'attribute_not_exists(address.street)',
    'attribute_not_exists(id.part)',
    'attribute_type(tags, :type)',
    'begins_with(id, :a)',
    'begins_with(address.city, :city)',
    'begins_with(seal, :bytes)',
    'contains(tags, :red)',
    'contains(id, :a)',
    'contains(#lines, :two)',
    'size(tags) = :two',
    'size(id) < :ten',
    'NOT id = :a',
    'not not id = :id',
    'id = :a OR id = :id',
    '(id = :a OR id = :id) AND price > :ten',
    'id = :a AND id = :a OR gift = :true',
  ])('holds: %s', (text) => {
    expect(holds(text)).toBe(true)
  })

  test.each([
    'id = :a',
    'absent = absent',
    'price > :hundred',
    'id > :n',
    'gift > :n',
    'absent < :n',
    'id IN (:a, :red)',
    'price BETWEEN :hundred AND :ten',
    'attribute_exists(#lines[7])',
    'attribute_type(id, :type)',
    'begins_with(price, :a)',
    'contains(absent, :a)',
    'size(gift) = :two',
    'id = :a OR id = :a AND gift = :true',
    'NOT (id = :id)',
  ])('does not hold: %s', (text) => {
    expect(holds(text)).toBe(false)
  })

  test.each([
    ['', 'The expression can not be empty;'],
    ['id =', 'Syntax error; token: "<EOF>", near: "="'],
    ['id == :id', 'Syntax error; token: "=", near: "== :id"'],
    ['id = :id gift', 'Syntax error; token: "gift", near: ":id gift"'],
    ['id = "x"', 'Syntax error; token: """, near: "id = "x""'],
    ['(id = :id', 'Syntax error; token: "<EOF>", near: ":id"'],
    ['status = :id', 'Attribute name is a reserved keyword; reserved keyword: status'],
    ['address.Zone = :id', 'Attribute name is a reserved keyword; reserved keyword: Zone'],
    ['exists(id)', 'Invalid function name; function: exists'],
    ['id = :none', 'An expression attribute value used in expression is not defined; attribute value: :none'],
    ['#none = :id', 'An expression attribute name used in the document path is not defined; attribute name: #none'],
    ['id < :true', 'Incorrect operand type for operator or function; operator or function: <, operand type: BOOL'],
    ['attribute_type(id, :id)', 'Invalid attribute type name found; type: A-1'],
  ])('is refused: %s', (text, problem) => {
    expect(() => holds(text)).toThrow(`Invalid ConditionExpression: ${problem}`)
  })
})

describe('a condition that would take too long', () => {
  test.each([
    ['brackets', `${'('.repeat(60)}id = :id${')'.repeat(60)}`, 'The expression is nested too deeply'],
    ['negations', `${'NOT '.repeat(1000)}id = :id`, 'The expression is nested too deeply'],
    ['text', 'x'.repeat(5000), 'Expression size has exceeded the maximum allowed size; expression size: 5000'],
  ])('is refused: too many %s', (_what, text, problem) => {
    expect(() => holds(text)).toThrow(`Invalid ConditionExpression: ${problem}`)
  })
})

describe('placeholders', () => {
  const refused = (input: object, hasExpression: boolean) => () => {
    const placeholders = new Placeholders(input as never, hasExpression)
    placeholders.checkAllUsed()
  }

  test('that nothing uses are refused', () => {
    expect(refused({ ExpressionAttributeNames: { '#a': 'a', '#b': 'b' } }, true)).toThrow(
      'Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}',
    )
    expect(refused({ ExpressionAttributeValues: { ':a': { S: 'a' } } }, true)).toThrow(
      'Value provided in ExpressionAttributeValues unused in expressions: keys: {:a}',
    )
  })

  test.each([
    [
      { ExpressionAttributeNames: { '#a': 'a' } },
      'ExpressionAttributeNames can only be specified when using expressions',
    ],
    [{ ExpressionAttributeValues: {} }, 'ExpressionAttributeValues can only be specified when using expressions'],
  ])('without an expression are refused: %j', (input, problem) => {
    expect(refused(input, false)).toThrow(problem)
  })

  test.each([
    [{ ExpressionAttributeValues: {} }, 'ExpressionAttributeValues must not be empty'],
    [{ ExpressionAttributeNames: { a: 'a' } }, 'ExpressionAttributeNames contains invalid key: Syntax error; key: "a"'],
    [
      { ExpressionAttributeNames: { '#a': '' } },
      'ExpressionAttributeNames contains invalid value: Must not be empty for key #a',
    ],
  ])('of another form are refused: %j', (input, problem) => {
    expect(refused(input, true)).toThrow(problem)
  })
})

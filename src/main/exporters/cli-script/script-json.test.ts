import { expect, it } from 'vitest'
import { jsonText, SplicedText } from './script-json'

const text = (value: Parameters<typeof jsonText>[0]): string =>
  jsonText(value)
    .map((piece) => (typeof piece === 'string' ? piece : `<${piece.variable}>`))
    .join('')

it('is in one line when it is short', () => {
  expect(text({ a: [1, null, 'b"'], c: {} })).toBe('{"a":[1,null,"b\\""],"c":{}}')
})

it('is indented where it is long, and the same JSON', () => {
  const [x, y] = ['x'.repeat(50), 'y'.repeat(50)]
  const value = { name: x, list: [{ a: y }], empty: [] }
  expect(text(value)).toBe(`{\n  "name": "${x}",\n  "list": [{"a":"${y}"}],\n  "empty": []\n}`)
})

it('holds variables in its texts, what is around them escaped', () => {
  const id = new SplicedText(['"', { variable: 'ID' }, '/models/Item'])
  expect(text({ $ref: id })).toBe('{"$ref":"\\"<ID>/models/Item"}')
})

import { describe, expect, it } from 'vitest'
import { outputText } from './output-text'

describe('outputText', () => {
  it.each([
    ['a', 'text', 'a\n'],
    [null, 'text', 'None\n'],
    [true, 'text', 'True\n'],
    [['a', 'b'], 'text', 'a\tb\n'],
    [
      [
        ['a', 1],
        ['b', 2],
      ],
      'text',
      'a\t1\nb\t2\n',
    ],
    [{ b: '2', a: '1', c: { d: '3' } }, 'text', '1\t2\nC\t3\n'],
    [[], 'text', '\n'],
    ['a', 'json', '"a"\n'],
    [{ a: [1] }, 'json', '{\n    "a": [\n        1\n    ]\n}\n'],
  ])('%j as %s', (value, format, expected) => {
    expect(outputText(value, format)).toBe(expected)
  })
})

import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { yamlText } from './yaml-text'

it('writes block style with every text in quotes', () => {
  const value = {
    config: { rate: 1.5, on: true, list: ['a', 1], none: [], empty: {} },
    steps: [{ get: { url: '/' } }, 'x', [1]],
  }
  expect(yamlText(value)).toBe(`config:
  rate: 1.5
  "on": true
  list: ["a", 1]
  none: []
  empty: {}
steps:
  - get:
      url: "/"
  - "x"
  - [1]
`)
  expect(parse(yamlText(value))).toEqual(value)
})

it('reads back as it was, whatever texts hold', () => {
  const texts = [
    '',
    'yes',
    'no',
    '1',
    '-',
    '? x',
    '# x',
    'a: b',
    '"',
    '\\',
    '\n\t\r',
    '\u0000\u007f\u0085\u2028\ufeff',
    '日本😀',
    '{{ x }}',
    '*a',
    '&a',
  ]
  const value = { texts, ...Object.fromEntries(texts.map((text) => [`${text} key`, text])), 'a b': { ': ': 'x' } }
  expect(parse(yamlText(value))).toEqual(value)
})

it('folds long lists of values, and leaves out what is undefined', () => {
  const list = Array.from({ length: 60 }, (_, index) => `item-${index}`)
  const text = yamlText({ list, nothing: undefined })
  expect(parse(text)).toEqual({ list })
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(110)
  expect(text.split('\n').length).toBeLessThan(12)
})

import { expect, test } from 'vitest'
import { asSnippet, snippetText } from './snippet-text'

test.each([
  ['#set(\\$${1:name} = ${2:value})', '#set($name = value)'],
  ["\\$input.json('\\$${1:}')", "$input.json('$')"],
  ['a${0}b$1c', 'abc'],
  ['${1:"a\\}b"}', '"a}b"'],
  ['a \\\\ b', 'a \\ b'],
])('%s inserts %s', (snippet, text) => {
  expect(snippetText(snippet)).toBe(text)
})

test('a text made a snippet inserts itself', () => {
  const text = String.raw`${'$'}{1:a} \$b } \\ $0`
  expect(snippetText(asSnippet(text))).toBe(text)
})

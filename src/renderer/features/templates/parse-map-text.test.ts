import { expect, test } from 'vitest'
import { parseMapText } from './parse-map-text'

test.each<[string, string, Readonly<Record<string, string>> | null]>([
  ['entries', '{id=12, name=Ada}', { id: '12', name: 'Ada' }],
  ['no entry', '{}', {}],
  [
    'a comma inside of a value',
    '{Accept=text/html, text/plain, Host=a.example}',
    { Accept: 'text/html, text/plain', Host: 'a.example' },
  ],
  ['an equals sign inside of a value', '{Cookie=a=b; c=d}', { Cookie: 'a=b; c=d' }],
  ['an empty value', '{a=, b=1}', { a: '', b: '1' }],
  ['a text without braces', 'id=12', null],
  ['braces without names', '{12}', null],
])('%s', (_, text, expected) => {
  expect(parseMapText(text)).toEqual(expected)
})

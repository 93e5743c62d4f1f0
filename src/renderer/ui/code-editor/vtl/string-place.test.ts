import { expect, test } from 'vitest'
import { stringPlaceAt } from './string-place'

function place(text: string): string | null {
  const found = stringPlaceAt(text, text.length)
  return found && `${found.owner.variable.name} ${found.method ?? '[]'} ${found.quote}${text.slice(found.start)}`
}

test.each([
  ["$input.path('$.it", "input path '$.it"],
  ['$input.json("$.it', 'input json "$.it'],
  ["#set($a = $input.path( '", "input path '"],
  ["$map['a", "map [] 'a"],
  ["$input.path('$[''a b", "input path '$[''a b"],
  [`"x": "$input.params('id`, `input params 'id`],
])('in %s it is %s', (text, expected) => {
  expect(place(text)).toBe(expected)
})

test.each([
  "$input.path('$.a')",
  "$input.path('$.a').get(",
  '"a": "b',
  "it's $x",
  '$input.path(\n"$',
  "$input.path('$.a', 'b",
  '',
])('%j is in no argument', (text) => {
  expect(place(text)).toBeNull()
})

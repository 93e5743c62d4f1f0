import { expect, test } from 'vitest'
import { chainEndingAt, type Link } from './chain'

function link(each: Link): string {
  if (each.kind === 'index') return `[${each.args}]`
  return each.args === null ? `.${each.name}` : `.${each.name}(${each.args})`
}

function chain(text: string): string | null {
  const found = chainEndingAt(text, text.length)
  return found && `${found.start} ${found.variable.name} ${found.links.map(link).join(' ')}`.trimEnd()
}

test.each([
  ['$item', '0 item'],
  ['a $!{item', '2 item'],
  ['"$item.lines', '1 item .lines'],
  ["$input.path('$.a[0]').size()", "0 input .path('$.a[0]') .size()"],
  ['$list[0].get("a)b")', '0 list [0] .get("a)b")'],
  ["$map['it''s']", "0 map ['it''s']"],
  ['#set($a = $b.c($d.e(1), [2])', '10 b .c($d.e(1), [2])'],
  ['$n-1', '0 n-1'],
])('%j ends with %j', (text, expected) => {
  expect(chain(text)).toBe(expected)
})

test.each(['item', 'a.b', '$', '$.a', 'size()', '$a b.c', '$a.b(c.d', '(x)', '$a.(b)', ''])(
  '%j ends with no reference',
  (text) => {
    expect(chain(text)).toBeNull()
  },
)

test('a chain without an end is given up', () => {
  expect(chain(`$a${'.b'.repeat(5_000)}`)).toBeNull()
  expect(chain(`$a.b${'('.repeat(5_000)}${')'.repeat(5_000)}`)).toBeNull()
})

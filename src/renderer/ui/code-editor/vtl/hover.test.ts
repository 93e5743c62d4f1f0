import { expect, test } from 'vitest'
import { hoverVtl } from './hover'

const SAMPLE = { customer: { id: 'C1' }, items: [{ sku: 'A', price: 24.5 }, { sku: 'B' }] }
const SET = "#set($root = $input.path('$'))"

/** Hovers where the text has a bar: the title, what it is of, and its paragraphs. */
function hover(marked: string): readonly unknown[] | null {
  const text = marked.replace('|', '')
  const found = hoverVtl(text, marked.indexOf('|'), SAMPLE)
  return found && [found.title, text.slice(found.start, found.end), ...found.body]
}

test('explains a method with its type, what a missing value does, and what to mind', () => {
  expect(hover("$input.pa|th('$.a')")).toEqual([
    '$input.path(jsonPath): Object',
    'path',
    'The value at a JSONPath of the payload, as a Java object: Map, List, String, Number or Boolean. Use it to loop and to reach into.',
    'Prints nothing. It equals "" and $null, and counts as true in #if.',
    'Note: Prints a Map as {a=1}, which is not JSON; use $input.json to write JSON.',
  ])
})

test.each([
  ['|$input.body', '$input', '$input'],
  ['$inp|ut.body', '$input', '$input'],
  ['$input.|body', '$input.body: String', 'body'],
  ['|#set($a = 1)', '#set($name = value)', '#set'],
  ['#{e|nd}', '#end', '#{end}'],
  ['$util.urlE|ncode($x)', '$util.urlEncode(text): String', 'urlEncode'],
  ['$context.identity.source|Ip', '$context.identity.sourceIp: String', 'sourceIp'],
  ['$context.ident|ity.sourceIp', 'identity: Map', 'identity'],
  ['#foreach($a in $b)$foreach.has|Next#end', '$foreach.hasNext: Boolean', 'hasNext'],
  [`${SET}$root.items.si|ze()`, 'size(): Integer', 'size'],
  [`${SET}$r|oot`, '$root: Map, 2 members', '$root'],
  [`${SET}"$!{ro|ot.customer}"`, '$root: Map, 2 members', '$!{root'],
  ['#macro(line $a)$a#end#li|ne(1)', '#macro(line $a)', '#line'],
])('over %j it says %s of %s', (text, title, part) => {
  expect(hover(text)?.slice(0, 2)).toEqual([title, part])
})

test('shows what a field is in this event', () => {
  expect(hover(`${SET}$root.customer.i|d`)).toEqual(['id: String', 'id', 'In this event: "C1"'])
})

test('says of how many items a field is missing in', () => {
  expect(hover(`${SET}#foreach($i in $root.items)$i.pri|ce#end`)).toEqual([
    'price: Number',
    'price',
    'In this event: 24.5',
    'Missing in 1 of 2 places.',
  ])
})

test('says that a field is not in this event', () => {
  expect(hover(`${SET}$root.no|pe`)).toEqual(['nope: Object', 'nope', 'Not in this event: prints nothing.'])
})

test('says that nothing sets a variable', () => {
  expect(hover('$no|pe')).toEqual([
    '$nope',
    '$nope',
    'Nothing before this place sets it: it prints nothing, equals "".',
  ])
})

test.each([
  ["$input.path('$.cus|tomer.id')", '$.customer: Map, 1 member', '$.customer'],
  ["$input.path('$.customer.i|d')", '$.customer.id: String', '$.customer.id'],
  ["$input.json('$.items[*].s|ku')", '$.items[*].sku: List, 2 items', '$.items[*].sku'],
  ["$input.path('$.no|pe')", '$.nope: missing', '$.nope'],
])('over %s it says %s', (text, title, part) => {
  expect(hover(text)?.slice(0, 2)).toEqual([title, part])
})

test.each(['|', 'te|xt', '"key|": 1', '## $inp|ut', '#* $inp|ut *#', '#unknown|', '|$', '$$$|$', '$inpu.x.|y'])(
  'says nothing over %j',
  (text) => {
    expect(hover(text)).toBeNull()
  },
)

import { expect, test } from 'vitest'
import { completeVtl } from './complete'

const SAMPLE = {
  customer: { id: 'C1', name: 'Ada' },
  items: [
    { sku: 'A', quantity: 2, price: 24.5 },
    { sku: 'B', quantity: 1 },
  ],
  note: 'Door',
  total: 61,
  'odd name': true,
}
const NO_SAMPLE = Symbol('no sample')
const SET = "#set($root = $input.path('$'))"

/** Completes where the text has a bar. */
function complete(marked: string, sample: unknown = SAMPLE) {
  const offset = marked.indexOf('|')
  return completeVtl(marked.replace('|', ''), offset, sample === NO_SAMPLE ? undefined : sample)
}

function labels(marked: string, sample: unknown = SAMPLE): string[] {
  return complete(marked, sample).map(({ label }) => label)
}

/** Only fields of the sample, with their type. */
function fields(marked: string): string[] {
  return complete(marked)
    .filter(({ kind }) => kind === 'field')
    .map(({ label, detail }) => `${label}: ${detail}`)
}

const GIVEN = ['$input', '$context', '$util', '$stageVariables']

test.each(['$|', '"a": "$|"', '$!|', '${|', '$!{in|', '#set($x = $|'])('after %j come the variables', (text) => {
  expect(labels(text)).toEqual(GIVEN)
})

test('variables that were set above come first, the latest before', () => {
  const text = `${SET}#set($n = 1)#define($block)x#end$|#set($later = 1)`
  expect(labels(text)).toEqual(['$block', '$n', '$root', ...GIVEN])
})

test('a loop knows its variable and $foreach, and only inside', () => {
  const text = '#foreach($item in $input.path("$.items"))$A#end$B'
  expect([labels(text.replace('A', '|')), labels(text.replace('B', '|'))]).toEqual([
    ['$item', ...GIVEN, '$foreach'],
    GIVEN,
  ])
})

test('a macro knows its parameters', () => {
  expect(labels('#macro(line $first, $second)$|#end')).toEqual(['$second', '$first', ...GIVEN])
})

test('replaces the name that is being written, without its dollar sign', () => {
  expect(complete('a $inp|')[0]).toMatchObject({ label: '$input', insert: 'input', start: 3, end: 6 })
})

test('$input completes with calls that are snippets', () => {
  expect(complete('$input.|').map(({ label, insert, isSnippet }) => [label, insert, isSnippet])).toEqual([
    ['path(jsonPath)', "path('\\$.${1:name}')", true],
    ['json(jsonPath)', "json('\\$${1:}')", true],
    ['body', 'body', true],
    ['params(name)', "params('${1:name}')", true],
    ['params()', 'params()', true],
  ])
})

test('$input.params() has three maps', () => {
  expect(labels('$input.params().|').slice(0, 3)).toEqual(['path', 'querystring', 'header'])
  expect(labels('$input.params().header.|')).toContain('keySet()')
})

test('$context completes one part at a time', () => {
  expect(labels('$context.|')).toEqual(
    expect.arrayContaining(['requestId', 'identity', 'authorizer', 'error', 'requestOverride']),
  )
  expect(labels('$context.identity.clientCert.|')).toEqual([
    'clientCertPem',
    'subjectDN',
    'issuerDN',
    'serialNumber',
    'validity',
  ])
  expect([labels('$context.responseOverride.|'), labels('$context.authorizer.|')]).toEqual([
    ['header', 'status'],
    ['principalId', 'claims'],
  ])
})

test('$util completes with its six functions', () => {
  expect(labels('$util.|')).toHaveLength(6)
})

test('$foreach completes inside of loops only, and so does its parent', () => {
  const members = ['index', 'count', 'hasNext', 'first', 'last', 'parent', 'topmost']
  expect([
    labels('#foreach($a in $b)$foreach.|#end'),
    labels('#foreach($a in $b)$foreach.parent.|#end'),
    labels('$foreach.|'),
  ]).toEqual([members, members, []])
})

test('a variable that holds a part of the body completes with its fields, then with methods', () => {
  expect(fields(`${SET}$root.|`)).toEqual([
    'customer: Map, 2 members',
    'items: List, 2 items',
    'note: String',
    'total: Number',
    'odd name: Boolean',
  ])
  expect(labels(`${SET}$root.|`)).toEqual(expect.arrayContaining(['get(name)', 'keySet()', 'containsKey(name)']))
})

test.each([
  ['$root.customer.|', 'id: String', 'size()'],
  ["$root.get('customer').|", 'name: String', 'size()'],
  ["$root['customer'].|", 'name: String', 'size()'],
  ['$root.items[0].|', 'sku: String', 'keySet()'],
  ['$root.items.get(0).|', 'sku: String', 'keySet()'],
])('%s has the field %s and the method %s', (text, field, method) => {
  expect(fields(SET + text)).toContain(field)
  expect(labels(SET + text)).toContain(method)
})

test.each([
  ['$root.note.|', 'toUpperCase()'],
  ['$root.total.|', 'intValue()'],
  ['$root.items.|', 'get(index)'],
  ["$root.note.split(',').|", 'size()'],
  ["$root.note.split(',')[0].|", 'trim()'],
  ['$root.note.trim().length().|', 'intValue()'],
  ['$root.keySet().|', 'contains(value)'],
  ['$input.body.|', 'length()'],
  ["$input.params('id').|", 'trim()'],
  ['$stageVariables.name.|', 'trim()'],
  ['$context.identity.sourceIp.|', 'startsWith(text)'],
  ['$context.authorizer.tenant.|', 'equals(text)'],
])('%s has the method %s', (text, method) => {
  expect(labels(SET + text)).toContain(method)
})

test('an array has no methods that change a list', () => {
  expect(labels(`${SET}$root.note.split(',').|`)).not.toContain('add(value)')
})

test('a loop over a list of the body knows the fields of its items, also those that only some have', () => {
  const text = `${SET}#foreach($item in $root.items)$item.|#end`
  expect(fields(text)).toEqual(['sku: String', 'quantity: Number', 'price: Number'])
  expect(complete(text).find(({ label }) => label === 'price')?.doc).toBe(
    'In this event: 24.5\n\nMissing in 1 of 2 places.',
  )
})

test('loops over an indefinite path, a map, its keys and its entries know what they give', () => {
  expect(fields("#foreach($i in $input.path('$.items[*]'))$i.|#end")).toEqual(fields(`${SET}$root.items[0].|`))
  expect(labels(`${SET}#foreach($v in $root.customer)$v.|#end`)).toContain('trim()')
  expect(labels(`${SET}#foreach($k in $root.keySet())$k.|#end`)).toContain('trim()')
  const entries = `${SET}#foreach($e in $root.customer.entrySet())`
  expect(labels(`${entries}$e.|#end`)).toEqual(['key', 'value', 'getKey()', 'getValue()'])
  expect(labels(`${entries}$e.value.|#end`)).toContain('trim()')
})

test('follows variables to variables, and what #set writes as a literal', () => {
  expect(fields(`${SET}#set($c = $root.customer)#set($d = $c)$d.|`)).toEqual(['id: String', 'name: String'])
  expect(fields('#set($m = {"a": {"b": 1}})$m.a.|')).toEqual(['b: Number'])
  expect(labels('#set($t = "a $x")$t.|')).toContain('trim()')
  expect(labels('#set($l = [$x])$l.|')).toContain('add(value)')
  expect(labels('#set($n = 1 + 2)$n.|')).toEqual(['toString()', 'equals(value)'])
})

test('the latest #set counts, and one that sets itself from itself is followed back', () => {
  expect(fields(`${SET}#set($root = $root.customer)$root.|`)).toEqual(['id: String', 'name: String'])
})

test('a field that Velocity cannot name is asked for with get', () => {
  expect(complete(`${SET}$root.odd|`).find(({ label }) => label === 'odd name')?.insert).toBe("get('odd name')")
})

test.each([
  ["$input.path('$.|')", ['customer', 'items', 'items[0]', 'items[*]', 'note', 'total', 'odd name']],
  ['$input.json("$.customer.|")', ['id', 'name']],
  ["$input.path('$.items[0].|')", ['sku', 'quantity', 'price']],
  ["$input.path('$.items[*].|')", ['sku', 'quantity', 'price']],
  ["$input.path('|')", ['$']],
  ["$input.path('$.note.|')", []],
  ["$input.path('$..|')", []],
])('in %s the paths are %j', (text, expected) => {
  expect(labels(text)).toEqual(expected)
})

test('a step of a path replaces its dot, so that a name in brackets fits', () => {
  const [, , , , , , single] = complete("$input.path('$.|')")
  const [, , , , , , double] = complete('$input.path("$.|")')
  expect([single, double]).toMatchObject([
    { insert: "[''odd name'']", start: 14, end: 15 },
    { insert: "['odd name']", start: 14, end: 15 },
  ])
})

test('names of members complete in quotes', () => {
  expect([labels(`${SET}$root.customer.get('|')`), labels(`${SET}$root.customer['n|']`)]).toEqual([
    ['id', 'name'],
    ['id', 'name'],
  ])
  expect(labels(`${SET}$root.note.contains('|')`)).toEqual([])
})

test('after a number sign come the directives, as snippets in its place', () => {
  const found = complete('a #fo|')
  expect(found.find(({ label }) => label === '#foreach')).toMatchObject({ start: 2, end: 5, isSnippet: true })
})

test.each([
  '|',
  'abc|',
  '"a": "b|"',
  '1.|',
  'a.|',
  '$.|',
  '$nothing.|',
  '## $|',
  '#* $| *#',
  '#[[ $|',
  "$input.nosuch('$.|",
])('proposes nothing at %j', (text) => {
  expect(labels(text)).toEqual([])
})

test('without a sample everything but the fields is there', () => {
  expect(labels(`${SET}$root.|`, NO_SAMPLE)).toEqual(['toString()', 'equals(value)'])
  expect(labels("$input.path('$.|')", NO_SAMPLE)).toEqual([])
})

test('members of a hostile body are data', () => {
  const sample: unknown = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')
  expect(fields('$input.path("$").|')).not.toContain('a: Number')
  expect(labels('$input.path("$.__proto__").|', sample)).toContain('a')
  expect(labels('$input.path("$").constructor.|', sample)).toContain('intValue()')
})

test('a chain of a hundred thousand variables is followed a few steps and given up', () => {
  const text = `${SET}${Array.from({ length: 20_000 }, (_, at) => `#set($v${at + 1} = $v${at}.x)`).join('')}$v20000.|`
  expect(labels(text)).toEqual(['toString()', 'equals(value)'])
})

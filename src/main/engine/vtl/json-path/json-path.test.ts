import { describe, expect, it } from 'vitest'
import { JavaException } from '../java/java-exception'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { parseJson } from '../json/parse-json'
import { writeJson } from '../json/write-json'
import { compileJsonPath, readJsonPath } from './json-path'

const FLEET = parseJson(`{
  "depot": {"city": "Graz", "slots": 3},
  "limit": 40,
  "trucks": [
    {"plate": "G-1", "load": 12, "driver": {"name": "Ana", "langs": ["de", "en"]}, "tags": ["cold"]},
    {"plate": "G-2", "load": 40.0, "driver": {"name": "Bo"}},
    {"plate": "G-3", "load": 55.5, "note": null, "tags": []},
    {"plate": "H-4", "load": "40", "driver": null}
  ],
  "grid": [[1, 2, 3], [4, 5, 6], []]
}`)

function read(path: string, document: JavaValue = FLEET): string {
  return writeJson(readJsonPath(compileJsonPath(path), document), 'plain')
}

function failure(path: string, document: JavaValue = FLEET): string {
  try {
    return `found ${read(path, document).slice(0, 80)}`
  } catch (error) {
    if (error instanceof JavaException) return error.className
    throw error
  }
}

const INVALID = 'com.jayway.jsonpath.InvalidPathException'

describe('a path to one place', () => {
  it.each([
    ['$.limit', '40'],
    ['limit', '40'],
    ['@.limit', '40'],
    [' $.limit ', '40'],
    ["$['limit']", '40'],
    ["$.depot['city']", '"Graz"'],
    ["$.['depot'].city", '"Graz"'],
    ['depot.city', '"Graz"'],
    ['$.trucks[1].plate', '"G-2"'],
    ['$.trucks[ 1 ].plate', '"G-2"'],
    ['$.trucks[0].driver.langs[1]', '"en"'],
    ['$.trucks[(@.length-1)].plate', '"H-4"'],
    ['$.trucks[(@.size() - 2)].plate', '"G-3"'],
    ['$.grid[1][2]', '6'],
    ['$.depot', '{"city":"Graz","slots":3}'],
    ["$.depot['slots','city']", '{"slots":3,"city":"Graz"}'],
    ["$.depot['nope','city']", '{"city":"Graz"}'],
    ["$.depot['nope','none']", '{}'],
    ['$.trucks[2].note', 'null'],
  ])('reads %s', (path, expected) => {
    expect([read(path), compileJsonPath(path).isDefinite]).toEqual([expected, true])
  })

  it.each([
    '$.nope',
    '$.nope.more',
    '$.limit.more',
    '$.trucks.plate',
    '$.trucks[2].note.more',
    '$.trucks[9]',
    '$.trucks[-1]',
    '$.depot[0]',
    '$.limit[0]',
    '$.trucks[2].note[0]',
    '$.grid[2][(@.length-1)]',
    "$['depot','limit'].city",
    "$.trucks['plate']",
    '$.trucks.length()',
    '$.__proto__',
    '$.depot.constructor',
  ])('finds nothing for %s', (path) => {
    expect(readJsonPath(compileJsonPath(path), FLEET)).toBeNull()
  })

  it('gives the very value of the document', () => {
    expect(readJsonPath(compileJsonPath('$'), FLEET)).toBe(FLEET)
  })
})

describe('a path to many places', () => {
  it.each([
    ['$.trucks[*].plate', '["G-1","G-2","G-3","H-4"]'],
    ['$.trucks[*].driver.name', '["Ana","Bo"]'],
    ['$.depot.*', '["Graz",3]'],
    ['$.depot[*]', '["Graz",3]'],
    ['$.limit.*', '[]'],
    ['$.grid.*[0]', '[1,4]'],
    ['$.grid[*][*]', '[1,2,3,4,5,6]'],
    ['$.trucks[0,2].plate', '["G-1","G-3"]'],
    ['$.trucks[2,0,0].plate', '["G-3","G-1","G-1"]'],
    ['$.trucks[1:3].plate', '["G-2","G-3"]'],
    ['$.trucks[ 1 : 3 ].plate', '["G-2","G-3"]'],
    ['$.trucks[2:].plate', '["G-3","H-4"]'],
    ['$.trucks[-1:].plate', '["H-4"]'],
    ['$.trucks[-9:].plate', '["G-1","G-2","G-3","H-4"]'],
    ['$.trucks[:2].plate', '["G-1","G-2"]'],
    ['$.trucks[:-3].plate', '["G-1"]'],
    ['$.trucks[:9].plate', '["G-1","G-2","G-3","H-4"]'],
    ['$.trucks[0:4:2].plate', '["G-1","G-2","G-3","H-4"]'],
    ['$.trucks[3:1]', '[]'],
    ['$.trucks[8:]', '[]'],
    ['$.grid[2][0:2]', '[]'],
    ['$..name', '["Ana","Bo"]'],
    ['.name', '["Ana","Bo"]'],
    ['$..driver.name', '[]'],
    ['$.trucks[0]..langs', '[["de","en"]]'],
    ['$..langs[0]', '["de"]'],
    [
      "$..['plate','load']",
      '[{"plate":"G-1","load":12},{"plate":"G-2","load":40.0},{"plate":"G-3","load":55.5},{"plate":"H-4","load":"40"}]',
    ],
    ['$.grid..[1]', '[]'],
    ['$.trucks[0].driver..*', '["Ana",["de","en"],"de","en"]'],
    ['$..nope', '[]'],
    ['$.nope..x', '[]'],
  ])('reads %s', (path, expected) => {
    expect([read(path), compileJsonPath(path).isDefinite]).toEqual([expected, false])
  })

  it('is empty as soon as something on the way does not fit, but for the elements below a wildcard', () => {
    const paths = [
      '$.*.city',
      '$.trucks[0:2].driver.langs[0]',
      '$.trucks[0,9].plate',
      '$.trucks[-9:2].plate',
      '$.depot[1:2]',
    ]
    expect(paths.map((path) => read(path))).toEqual(paths.map(() => '[]'))
    expect(read('$.trucks[*].driver.langs[0]')).toBe('["de"]')
  })

  it('forgets the token behind ".." on lists, when another one follows', () => {
    expect(read('$..[0].plate', parseJson('[{"plate":"a"},{"plate":"b"}]'))).toBe('["a","b"]')
  })

  it('finds nothing in nothing', () => {
    expect([read('$', null), read('$..x', null), read('$.a', null)]).toEqual(['null', '[]', 'null'])
  })
})

describe('a filter', () => {
  it.each([
    ['@.driver', 'G-1 G-2'],
    ['!@.driver', 'G-3 H-4'],
    ['@.driver.langs', 'G-1'],
    ['@.note', ''],
    ["@['driver','tags']", 'G-1'],
    ['@.tags[0]', 'G-1'],
    ['@.plate[0]', 'failed'],
    ['$.plate', 'G-1 G-2 G-3 H-4'],
    ['$.trucks', ''],
    ["@.plate == 'G-2'", 'G-2'],
    ["'G-2' == @.plate", 'G-2'],
    ["@.plate!='G-2'", 'G-1 G-3 H-4'],
    ["@.plate >= 'G-3'", 'G-3 H-4'],
    ['@.plate > G-1', 'G-2 G-3 H-4'],
    ['@.load == 40', 'G-2 H-4'],
    ["@.load == '40.00'", 'G-2'],
    ['@.load < 40', 'G-1'],
    ['@.load <= 4e1', 'G-1 G-2 H-4'],
    ['@.load > 12.0', 'G-2 G-3 H-4'],
    ['@.load == $.limit', 'G-2'],
    ['@.load > $.depot.slots', 'G-1 G-2 G-3'],
    ['@.load == G-1', 'failed'],
    ['@.note == null', 'G-3'],
    ['@.note != 1', 'G-3'],
    ['@.note < 1', ''],
    ['@.driver == null', 'H-4'],
    ['@.driver == @.driver', 'G-1 G-2 H-4'],
    ['@.tags == @.plate', ''],
    ['@.nope == 1', ''],
    ['@.plate =~ /G-[12]/', 'G-1 G-2'],
    ['@.plate =~ /g-.*/i', 'G-1 G-2 G-3'],
    ['@.plate =~ /G/', ''],
    ['/G-1/ =~ @.plate', 'G-1'],
    ['@.driver =~ /.*name=Bo.*/', 'G-2'],
    ['@.tags =~ /\\["cold"\\]/', 'G-1'],
    ["@.plate =~ 'G-1'", 'failed'],
    ['@.plate == /G-1/', ''],
    ['@.note != /x/', 'G-3'],
    ["@.load > 12 && @.plate != 'G-2'", 'G-3 H-4'],
    ['@.load < 40 || @.load > 50', 'G-1 G-3'],
    ["@.plate == 'G-1' || @.tags && @.load > 50", 'G-1 G-3'],
    ["@.tags && (@.plate == 'H-4' || @.driver)", 'G-1 G-2'],
    ['1 == 1', 'G-1 G-2 G-3 H-4'],
    ['1 == 1.0', ''],
    ['!@.load == 12', 'G-1'],
    ['@.load=12', ''],
    ['@.driver.name', 'G-1 G-2'],
  ])('[?(%s)]', (condition, plates) => {
    // A last element shows that a filter takes nothing, and not fails: that would lose it, too.
    const paths = [`$.trucks[?(${condition})].plate`, `$.trucks[?(${condition} || @.plate == 'H-4')].plate`]
    const [found, foundWithLast] = paths.map((path) => JSON.parse(read(path)) as string[])
    expect(foundWithLast?.at(-1) === 'H-4' ? found?.join(' ') : 'failed').toBe(plates)
  })

  it('takes a map as a whole', () => {
    expect([
      read('$.depot[?(@.slots == 3)]'),
      read('$.depot[?(@.slots == 3)].city'),
      read('$.depot[?(@.nope)]'),
    ]).toEqual(['[{"city":"Graz","slots":3}]', '["Graz"]', '[]'])
  })

  it('compares booleans with text, and with each other', () => {
    const document = parseJson('[{"a":true,"b":false},{"a":false,"b":false}]')
    expect([
      read('$[?(@.a == true)]', document),
      read("$[?(@.a == 'TRUE')]", document),
      read('$[?(@.a == yes)]', document),
      read('$[?(@.a > @.b)]', document),
    ]).toEqual([
      '[{"a":true,"b":false}]',
      '[{"a":true,"b":false}]',
      '[{"a":false,"b":false}]',
      '[{"a":true,"b":false}]',
    ])
  })

  it('reads quotes in a text that is compared with text', () => {
    const document = parseJson('[{"a":"it\'s"}]')
    expect(read(String.raw`$[?(@.a == 'it\'s')]`, document)).toBe('[{"a":"it\'s"}]')
  })

  it('sees elements that are null, and the element itself', () => {
    expect(read('$[?(@ > 1)]', parseJson('[1,null,2,"3",[4]]'))).toBe('[2,"3"]')
  })

  it('is found by ".." in maps and lists', () => {
    expect(read('$..[?(@.name)].name')).toBe('["Ana","Bo"]')
  })

  it('finds nothing in a value that is neither, and without a condition', () => {
    expect([read('$.limit[?(@.a)]'), read('$.trucks[?]')]).toEqual(['[]', '[]'])
  })
})

describe('a path that cannot be compiled', () => {
  it.each([
    ' ',
    '$.',
    '$..',
    '$x',
    '@x',
    '$.a b',
    '$[',
    '$[]',
    '$[a]',
    '$["a"]',
    "$['a",
    '$[,]',
    '$[:]',
    '$[::2]',
    '$[99999999999]',
    '$[--1]',
    '$[(@.size)]',
    '$[(@.count-1)]',
    '$[(@.length+1)]',
    '$[?(@.a',
    '$[?@.a]',
    '$[?()]',
    '$[?(@.a && )]',
    '$[?(&& @.a)]',
    '$[?(@.a &&& @.b)]',
    '$[?(@.a in [1,2])]',
    '$[?(@.a size 2)]',
    '$[?(true)]',
    '$[?(@.* == 1)]',
    '$[?(@..a)]',
    '$[?(@.a[?(@.b)])]',
    '$[?(@.a == !@.b)]',
    "$[?(@.a == ')]",
    '$[?(@.a =~ /[/)]',
    '$[?(@.a =~ /)]',
    '$[?(@.a =~ /i)]',
  ])('%s', (path) => {
    expect(failure(path)).toBe(INVALID)
  })

  it('says so for an empty text, as Java does', () => {
    expect(failure('')).toBe('java.lang.IllegalArgumentException')
  })
})

describe('odd names and brackets', () => {
  it.each([
    [`$['a b']`, '{"a b":1}', '1'],
    [`$['a.b']`, '{"a.b":1}', '1'],
    [`$['']`, '{"":1}', '1'],
    [`$[ 'a' , 'b' ]`, '{"a":1,"b":2}', '{"a":1,"b":2}'],
    ['$.a-b', '{"a-b":1}', '1'],
    ['$.0', '{"0":1}', '1'],
    ['$.$', '{"$":1}', '1'],
    ['$.@', '{"@":1}', '1'],
    ['$."a"', String.raw`{"\"a\"":1}`, '1'],
    ['$.a?b', '{"a?b":1}', '1'],
    ['$.a*', '{"a*":1}', '1'],
    [`$.'a'`, `{"'a'":1,"a":2}`, '{}'],
    [`$['a'b']`, `{"a'b":1,"a":2}`, '2'],
    [`$[']']`, '{"]":1}', 'null'],
    ['$[x1]', '[1,2]', '2'],
    ['$[*,1]', '[1,2]', '2'],
    ['$[1 2]', '[1,2]', 'null'],
    ['$[1:2,3]', '[1,2,3,4]', '[2]'],
    ['$[0,1:3]', '[1,2,3,4]', '[1,2,4]'],
    ['$*', '{"a":1}', 'failed'],
    ['$[0]*', '[[1,2]]', '[1,2]'],
    ['$[0]$', '[7]', '7'],
    ['$..a$', '{"a$":7}', '[7]'],
    ['$..$', '[[7]]', '[]'],
    ['$...a', '{"a":7}', '[7]'],
    ['$....a', '{"a":7}', '[]'],
    ['.', '{"a":7}', '[]'],
    [`$[?(@.a == ']')]`, '[{"a":"]"}]', 'failed'],
    [`$[?(@.a == ')')]`, `[{"a":")"}]`, '[{"a":")"}]'],
    [`$[?(@.a == '(')]`, `[{"a":"("}]`, '[{"a":"("}]'],
    [`$[?(@.a == 'x&&y')]`, '[{"a":"x&&y"}]', 'failed'],
  ])('%s of %s is %s', (path, document, expected) => {
    const found = failure(path, parseJson(document))
    expect(found.startsWith('found ') ? found.slice('found '.length) : 'failed').toBe(expected)
  })
})

describe('hostile paths and documents', () => {
  const deep = parseJson(`${'['.repeat(500)}${']'.repeat(500)}`)

  it('ends with an error when a path finds more than memory holds', () => {
    expect([failure(`$${'..*'.repeat(10)}`, deep), failure(`$${'[0,0]'.repeat(100)}`, deep)]).toEqual([
      'java.lang.OutOfMemoryError',
      'java.lang.OutOfMemoryError',
    ])
  })

  it('follows the longest path through the deepest document', () => {
    expect(read(`$${'[*]'.repeat(499)}`, deep)).toBe('[[]]')
    expect(JSON.parse(read('$..*', deep))).toHaveLength(499)
  })

  it('ends with an error for a document in itself', () => {
    const map = JavaMap.of([['a', 1]])
    map.put('self', map)
    expect(failure('$..b', map)).toBe('java.lang.StackOverflowError')
  })

  it('refuses paths without end', () => {
    const paths = [
      '.a'.repeat(500),
      '[?(@'.repeat(50_000),
      `[?(${'@.a||'.repeat(200)}@.a)]`,
      `['${`a','`.repeat(500)}a']`,
    ]
    expect(paths.map((path) => failure(`$${path}`))).toEqual(paths.map(() => INVALID))
  })

  it('is not kept by a regular expression', () => {
    const document = parseJson(`[{"a":"${'x'.repeat(5_000)}"}]`)
    expect([read('$[?(@.a =~ /(x+x+)+y/)]', document), failure('$[?(@.a =~ /(x+)+\\1y/)]', document)]).toEqual([
      '[]',
      'found []',
    ])
  })

  it('gives the same compiled path for the same text, until too many are known', () => {
    const path = compileJsonPath('$.a.very.own[3]')
    expect(compileJsonPath('$.a.very.own[3]')).toBe(path)
    for (let number = 0; number < 600; number++) compileJsonPath(`$.other${number}`)
    expect(compileJsonPath('$.a.very.own[3]')).not.toBe(path)
  })
})

import { describe, expect, it } from 'vitest'
import { parsePath } from './parse-path'
import { isDefinite, type PathToken } from './path-token'

const ROOT: PathToken = { kind: 'root' }

function members(...names: string[]): PathToken {
  return { kind: 'members', names }
}

const PATHS: readonly (readonly [path: string, tokens: readonly PathToken[]])[] = [
  ['$', []],
  ['@', []],
  ['a', [members('a')]],
  ['$.a.b', [members('a'), members('b')]],
  [`$['a','b']`, [members('a', 'b')]],
  ['$.*', [{ kind: 'wildcard' }]],
  ['$[*]', [{ kind: 'wildcard' }]],
  ['$..a', [{ kind: 'scan' }, members('a')]],
  ['$.a..[3]', [members('a'), { kind: 'scan' }, { kind: 'index', index: 3 }]],
  ['$[-2]', [{ kind: 'index', index: -2 }]],
  ['$[010]', [{ kind: 'index', index: 10 }]],
  ['$[0,2]', [{ kind: 'indexes', indexes: [0, 2] }]],
  ['$[7,]', [{ kind: 'index', index: 7 }]],
  ['$[2:]', [{ kind: 'slice', from: 2, to: null }]],
  ['$[:-2]', [{ kind: 'slice', from: null, to: -2 }]],
  ['$[1:3]', [{ kind: 'slice', from: 1, to: 3 }]],
  ['$[1:3:2]', [{ kind: 'slice', from: 1, to: 3 }]],
  ['$[3::-1]', [{ kind: 'slice', from: 3, to: null }]],
  ['$[(@.length-1)]', [{ kind: 'fromEnd', offset: -1 }]],
  ['$[( @.size() - 2 )]', [{ kind: 'fromEnd', offset: -2 }]],
  ['$[?(@.a[0] == 1)].b', [{ kind: 'filter', source: '[?(@.a[0] == 1)]' }, members('b')]],
  ['$[?, ?]', [{ kind: 'filter', source: null }]],
  ['$.a$', [members('a$')]],
  ['$[0]$', [{ kind: 'index', index: 0 }, ROOT]],
]

describe('parsePath', () => {
  it.each(PATHS)('reads %s', (path, tokens) => {
    expect(parsePath(path)).toEqual([ROOT, ...tokens])
  })

  it('ends a filter at a bracket in quotes, which leaves it without its end', () => {
    expect(() => parsePath(`$[?(@.a == ']')].b`)).toThrow('Filter brackets are not balanced')
  })

  it('names what it cannot read', () => {
    const paths = ['$.a b', '$a', '$.a..', '$[x]', '$[(@.count-1)]', '$[1,,2]', "$['a"]
    const messages = paths.map((path) => {
      try {
        return JSON.stringify(parsePath(path))
      } catch (error) {
        return error instanceof Error ? error.message : ''
      }
    })
    expect(messages).toEqual([
      'Space not allowed in path',
      'Invalid path $a',
      'A path can not end with a scan.',
      'Could not analyze path component: [x]',
      'Invalid function: @.count. Supported functions are: [(@.length - n)] and [(@.size() - n)]',
      '"" is no index of a list',
      "The path ends too soon in ['a",
    ])
  })
})

describe('isDefinite', () => {
  it('is true for members and single elements only', () => {
    const paths = ['$', '$.a', "$['a','b']", '$[0]', '$[(@.length-1)]', '$.*', '$..a', '$[0,1]', '$[0:1]', '$[?(@.a)]']
    expect(paths.filter((path) => isDefinite(parsePath(path)))).toEqual(paths.slice(0, 5))
  })
})

import { describe, expect, test } from 'vitest'
import { checkTree } from './import-rules.mjs'
import { importsOf } from './imports.mjs'

const check = (tree) =>
  checkTree(new Map(Object.entries(tree))).map(({ path, line, message }) => `${path}:${line} ${message}`)

describe('importsOf', () => {
  test('finds static, type, re-exported and dynamic imports with their lines', () => {
    const text = [
      "import type { A } from './a'",
      "import { type B } from './b'",
      "import { c } from './c'",
      "export { d } from './d'",
      "export type { E } from './e'",
      "const f = () => import('./f')",
      "// import './not-this'",
      'const g = "import \'./nor-this\'"',
      "import './h.css'",
    ].join('\n')
    expect(importsOf('src/x.ts', text).map(({ specifier, line, isType }) => [specifier, line, isType])).toEqual([
      ['./a', 1, true],
      ['./b', 2, true],
      ['./c', 3, false],
      ['./h.css', 9, false],
      ['./d', 4, false],
      ['./e', 5, true],
      ['./f', 6, false],
    ])
  })
})

describe('checkTree', () => {
  test('a tree along the arrows has no problem', () => {
    const tree = {
      'src/shared/limits.ts': 'export const a = 1',
      'src/main/engine/flight.ts': "import { a } from '@shared/limits'\nexport const b = a",
      'src/main/simulator/simulate.ts': "import { b } from '../engine/flight'\nexport const c = b",
      'src/main/service/service.ts': "import { c } from '../simulator/simulate'\nexport const d = c",
      'src/main/hosts/electron/index.ts':
        "import { app } from 'electron'\nimport { d } from '../../service/service'\napp(d)",
      'src/renderer/ui/button.tsx': "import { a } from '@shared/limits'\nexport const button = a",
      'src/renderer/features/routes/list.tsx': "import { button } from '../../ui/button'\nexport const list = button",
      'src/renderer/main.tsx': "import { list } from './features/routes/list'\nlist",
    }
    expect(check(tree)).toEqual([])
  })

  test('an import against the arrow names both layers and what is allowed', () => {
    const tree = {
      'src/main/simulator/simulate.ts': 'export const a = 1',
      'src/main/engine/flight.ts':
        "const before = 0\nimport { a } from '../simulator/simulate'\nexport const b = a + before",
    }
    expect(check(tree)).toEqual([
      'src/main/engine/flight.ts:2 engine may not import simulator ("../simulator/simulate"); it may import shared, documents.',
    ])
  })

  test('a type-only import is against the arrow as well', () => {
    const tree = {
      'src/main/engine/flight.ts': 'export type A = 1',
      'src/shared/limits.ts': "import type { A } from '../main/engine/flight'\nexport type B = A",
    }
    expect(check(tree)).toEqual([
      'src/shared/limits.ts:1 shared may not import engine ("../main/engine/flight"); it may import nothing else.',
    ])
  })

  test.each([
    ['src/renderer/ui/a.tsx', '../../main/engine/flight', 'src/renderer may not import src/main'],
    ['src/main/engine/a.test.ts', '../../renderer/ui/button', 'src/main may not import src/renderer'],
  ])('%s may not reach across the contract, not even in a test', (path, specifier, message) => {
    const tree = {
      'src/main/engine/flight.ts': 'export const a = 1',
      'src/renderer/ui/button.tsx': 'export const a = 1',
      [path]: `import { a } from '${specifier}'\nexport const b = a`,
    }
    expect(check(tree)).toEqual([`${path}:1 ${message} ("${specifier}"); go through the contract in src/shared.`])
  })

  test('a feature may not import another feature', () => {
    const tree = {
      'src/renderer/features/routes/list.tsx': "import { keys } from '../api-keys/keys'\nexport const list = keys",
      'src/renderer/features/api-keys/keys.tsx': 'export const keys = 1',
    }
    expect(check(tree)).toEqual([
      'src/renderer/features/routes/list.tsx:1 feature routes may not import feature api-keys ("../api-keys/keys"); move what both need to ui or stores.',
    ])
  })

  test('only the Electron host imports electron, and pure folders import no platform', () => {
    const tree = {
      'src/main/hosts/loopback/server.ts': "import { app } from 'electron'\nexport const a = app",
      'src/main/engine/flight.ts': "import { readFileSync } from 'node:fs'\nexport const b = readFileSync",
    }
    expect(check(tree)).toEqual([
      'src/main/engine/flight.ts:1 engine is pure and may not import "node:fs"; take it as a port.',
      'src/main/hosts/loopback/server.ts:1 only src/main/hosts/electron/ may import electron; take what is needed as an argument.',
    ])
  })

  test('a cycle is reported once, at its first file', () => {
    const tree = {
      'src/main/engine/a.ts': "import { b } from './b'\nexport const a = () => b",
      'src/main/engine/b.ts': "import { c } from './c'\nexport const b = () => c",
      'src/main/engine/c.ts': "import { a } from './a'\nexport const c = () => a",
    }
    expect(check(tree)).toEqual([
      'src/main/engine/a.ts:1 import cycle of src/main/engine/a.ts, src/main/engine/b.ts, src/main/engine/c.ts; move what they share to a file of its own.',
    ])
  })

  test('types that name each other are no cycle', () => {
    const tree = {
      'src/shared/a.ts': "import type { B } from './b'\nexport interface A { b: B }",
      'src/shared/b.ts': "import type { A } from './a'\nexport interface B { a: A }",
    }
    expect(check(tree)).toEqual([])
  })

  test('an index.ts is a barrel unless it is the entry of a host or of the command line', () => {
    const tree = {
      'src/main/engine/index.ts': 'export const a = 1',
      'src/main/cli/index.ts': 'export const a = 1',
      'src/main/hosts/loopback/index.ts': 'export const a = 1',
    }
    expect(check(tree)).toEqual([
      'src/main/engine/index.ts:1 an index.ts hides import directions; name the file after what it exports.',
    ])
  })

  test('a file outside of every layer is a problem', () => {
    expect(check({ 'src/main/helpers/x.ts': 'export const a = 1' })).toEqual([
      'src/main/helpers/x.ts:1 no layer holds this file; move it, or add its folder to scripts/lib/layers.mjs.',
    ])
  })

  test('a colour is written out only in the tokens', () => {
    const tree = {
      'src/renderer/ui/button.tsx': "export const a = { color: '#3B63D6', href: '#section', id: 'x#abc' }",
      'src/renderer/ui/button.css': '.a {\n  color: #fff;\n}\n#add { top: 0 }',
      'src/renderer/ui/tokens.ts': "export const accent = '#3B63D6'",
    }
    expect(check(tree)).toEqual([
      'src/renderer/ui/button.css:2 colour #fff is written out; use a --gw- variable of the tokens.',
      'src/renderer/ui/button.tsx:1 colour #3B63D6 is written out; use a --gw- variable of the tokens.',
    ])
  })
})

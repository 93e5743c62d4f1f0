import { describe, expect, it } from 'vitest'
import { LineIndex } from './line-index'
import { readSimpleYaml } from './read-simple-yaml'
import type { ReadTree } from './read-tree'
import { readYaml } from './read-yaml'

/** Beginnings of lines and what may stand after them: what the quick reader takes and what it must leave to the full one. */
const HEADS = [
  ['a: ', 'b: ', '"c": ', "'g h': ", '- ', '- d: ', '- e:', 'f:', '- - ', '-', '/x/{y}: ', '$default: ', '1: '],
  ['# note', '? ', '<<: ', '__proto__: ', '"x\\n": ', ''],
].flat()
const VALUES = [
  [
    '',
    '1',
    'text',
    '"q"',
    "'s'",
    '"a\\n"',
    '"\\x41"',
    '|',
    '|-',
    '|+',
    '|2',
    '|2-',
    '>',
    '[x, y]',
    '{x: 1}',
    '[]',
    '{}',
  ],
  [
    '~',
    'a: b',
    'no',
    'plain # c',
    'x  ',
    '&a 1',
    '*a',
    '!t x',
    '"open',
    '[open',
    '- z',
    '0x1F',
    '.5',
    '1e400',
    '-',
    '?',
  ],
  [
    '[a, {b: [c]}]',
    '{"x":1, y: [z]}',
    '[a b, "c"]',
    '[a: b]',
    '{a, b}',
    '[a,]',
    '{x: 1}  # c',
    '[x]y',
    'http://x:80/y',
  ],
].flat()

/** Park and Miller: the same texts in every run. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}

function randomText(below: (limit: number) => number): string {
  let indent = 0
  const lines = Array.from({ length: 1 + below(7) }, () => {
    const turn = below(10)
    if (turn < 3) indent += 2
    else if (turn < 5) indent = Math.max(0, indent - 2)
    else if (turn === 5 && below(4) === 0) indent += 1
    const blank = below(12) === 0 ? ' '.repeat(below(8)) + '\n' : ''
    return `${blank}${' '.repeat(indent)}${HEADS[below(HEADS.length)]}${VALUES[below(VALUES.length)]}`
  })
  return lines.join('\n') + (below(5) === 0 ? '' : '\n')
}

function full(text: string): Pick<ReadTree, 'root' | 'diagnostics'> {
  const { root, diagnostics } = readYaml(text, new LineIndex(text), 200)
  return { root, diagnostics }
}

describe('readSimpleYaml', () => {
  it('agrees with the full reader, down to every offset, on each text it takes', () => {
    const below = randomFrom(7)
    let taken = 0
    for (let round = 0; round < 25_000; round++) {
      const text = randomText(below)
      const root = readSimpleYaml(text, 200)
      if (!root) continue
      taken++
      expect({ text, root, diagnostics: [] }).toEqual({ text, ...full(text) })
    }
    // A reader that takes nothing would agree too.
    expect(taken).toBeGreaterThan(1500)
  })

  it('takes what a project file holds', () => {
    const text = `# comment
gatewright: 1
name: 'orders'  # short
apis:
  - protocolType: REST
    resources:
      /orders/{id}:
        methods: {}
    types: [REGIONAL, "EDGE"]
    template: |
      #set($x = 1)
        {"x": $x}

    last: { a: 1, b: [c, d] }
usagePlans:
- id: a
- - nested
nothing:
`
    expect(readSimpleYaml(text, 200)).toEqual(full(text).root)
    expect(readSimpleYaml(text, 200)?.value).toEqual({
      gatewright: 1,
      name: 'orders',
      apis: [
        {
          protocolType: 'REST',
          resources: { '/orders/{id}': { methods: {} } },
          types: ['REGIONAL', 'EDGE'],
          template: '#set($x = 1)\n  {"x": $x}\n',
          last: { a: 1, b: ['c', 'd'] },
        },
      ],
      usagePlans: [{ id: 'a' }, ['nested']],
      nothing: null,
    })
  })

  it.each([
    'a: &x 1\n',
    'a: 1\na: 2\n',
    'a: 1\r\n',
    'a:\n\tb: 1\n',
    '--- \na: 1\n',
    'a: >\n  x\n',
    'text',
    '',
    '# only\n',
    'a: x\n  y\n',
  ])('leaves %j to the full reader', (text) => {
    expect(readSimpleYaml(text, 200)).toBe(null)
  })

  it('leaves nesting beyond the limit to the full reader', () => {
    const nested = Array.from({ length: 12 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')
    expect([readSimpleYaml(nested, 11), readSimpleYaml(`a: ${'['.repeat(12)}${']'.repeat(12)}\n`, 11)]).toEqual([
      null,
      null,
    ])
    expect(readSimpleYaml(nested, 12)).not.toBe(null)
  })
})

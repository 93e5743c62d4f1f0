import { describe, expect, it } from 'vitest'
import { Findings } from './findings'
import type { JsonRecord } from './json-place'
import { Members } from './members'

function open(record: JsonRecord): { members: Members; said: () => string[] } {
  const findings = new Findings(() => undefined)
  const members = new Members(record, '/x', 'the thing', findings)
  const said = (): string[] => {
    findings.finish()
    return findings.diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message}`)
  }
  return { members, said }
}

describe('Members', () => {
  it('reads each type, numbers and flags as text too', () => {
    const { members, said } = open({ a: 'x', b: 2, c: true, d: 'Aws', e: '12', f: 'false', g: [1, 'b'], h: { k: 3 } })
    expect([
      members.text('a'),
      members.text('b'),
      members.text('c'),
      members.oneOf('d', ['AWS', 'HTTP']),
      members.number('e'),
      members.flag('f'),
      members.texts('g'),
      members.textMap('h'),
    ]).toEqual(['x', '2', 'true', 'AWS', 12, false, ['1', 'b'], { k: '3' }])
    members.finish()
    expect(said()).toEqual([])
  })

  it('counts what is absent or empty as absent, in silence', () => {
    const { members, said } = open({ a: null, b: null, c: null, d: null })
    expect([members.text('a'), members.number('b'), members.flag('c'), members.list('d'), members.text('e')]).toEqual(
      Array(5).fill(undefined),
    )
    expect(said()).toEqual([])
  })

  it('reports what has another type and what is out of its range', () => {
    const { members, said } = open({ a: [], b: 'much', c: 'maybe', d: {}, e: 'x', f: 3, g: 9, h: [{}] })
    members.text('a')
    members.number('b')
    members.flag('c')
    members.list('d')
    members.oneOf('e', ['y', 'z'])
    members.members('f')
    members.number('g', { min: 0, max: 5 })
    members.texts('h')
    expect(said()).toEqual([
      'error import/wrong-type "a" of the thing is a list and left out. It must be a text.',
      'error import/wrong-type "b" of the thing is the text "much" and left out. It must be a number.',
      'error import/wrong-type "c" of the thing is the text "maybe" and left out. It must be true or false.',
      'error import/wrong-type "d" of the thing is an object and left out. It must be a list.',
      'error import/value-unknown "e" of the thing is "x" and left out. Use one of y, z.',
      'error import/wrong-type "f" of the thing is the number 3 and left out. It must be an object.',
      'error import/value-unknown "g" of the thing is 9 and left out. Use 0 to 5.',
      'error import/wrong-type An entry of "h" of the thing is an object and left out. It must be a text.',
    ])
  })

  it('reports each member that nobody read, other products’ ones by their number', () => {
    const { members, said } = open({ read: 'x', other: 1, 'x-vendor': 1, 'x-amazon-apigateway-new': 1, summary: '' })
    members.text('read')
    members.skipDocumentation('summary')
    members.finish()
    expect(said()).toEqual([
      'warning import/not-carried "other" of the thing is left out: it has no meaning at this place that this release knows.',
      'warning import/not-carried "x-amazon-apigateway-new" of the thing is left out: it has no meaning at this place that this release knows.',
      'info import/documentation-dropped "summary" in 1 place is left out: it is documentation without a place in a design.',
      'info import/extension-ignored "x-vendor" in 1 place is left out: it means nothing to API Gateway.',
    ])
  })

  it('reads own members only', () => {
    const { members } = open({})
    expect([members.has('constructor'), members.text('toString'), members.place('__proto__')]).toEqual([
      false,
      undefined,
      undefined,
    ])
  })

  it('says one thing about one place once', () => {
    const { members, said } = open({ a: [] })
    members.text('a')
    members.text('a')
    expect(said()).toHaveLength(1)
  })
})

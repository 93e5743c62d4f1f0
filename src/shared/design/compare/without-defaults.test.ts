import { expect, it } from 'vitest'
import { asSet, withoutDefaults } from './without-defaults'

it('leaves out what is absent, empty or the default', () => {
  const thing = { a: undefined, b: '', c: [], d: {}, e: 29_000, f: ['EDGE'], g: 0, h: false }
  expect(withoutDefaults(thing, { e: 29_000, f: ['EDGE'], h: true })).toEqual({ g: 0, h: false })
})

it('looks at the own members of the thing alone', () => {
  expect(withoutDefaults({ variables: { empty: '' } })).toEqual({ variables: { empty: '' } })
})

it('a set has one order and no item twice', () => {
  expect([asSet(['b', 'a', 'b']), asSet(undefined)]).toEqual([['a', 'b'], undefined])
})

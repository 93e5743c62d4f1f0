import { describe, expect, it } from 'vitest'
import { HostObject } from './host-object'
import { JavaEntry } from './java-entry'
import type { JavaValue } from './java-value'
import { json, list, map } from './testing/java-values'
import { setProperty } from './set-property'
import { toJavaString } from './to-java-string'

describe('setProperty', () => {
  it('puts into a map', () => {
    const members = map({ a: 1 })
    expect([setProperty(members, 'a', 2), setProperty(members, 'b', null), toJavaString(members)]).toEqual([
      true,
      true,
      '{a=2, b=null}',
    ])
  })

  it('calls setX of an entry', () => {
    const members = map({ a: 1 })
    const entry = new JavaEntry('a', 1, members)
    expect([setProperty(entry, 'value', 'x'), toJavaString(members)]).toEqual([true, '{a=x}'])
  })

  it('finds nothing to set in lists, strings and numbers', () => {
    expect([json(1), list(1), 'x', 5, true].map((target) => setProperty(target, 'foo', 1))).toEqual(
      Array.from({ length: 5 }, () => false),
    )
  })

  it('calls setX and put of an object of the context', () => {
    const calls: JavaValue[] = []
    const note = (...args: readonly JavaValue[]): string => {
      calls.push(...args)
      return ''
    }
    setProperty(new HostObject('a.B', { setColor: note }), 'color', 'red')
    setProperty(new HostObject('a.B', { put: note }), 'size', 3)
    expect(calls).toEqual(['red', 'size', 3])
  })
})

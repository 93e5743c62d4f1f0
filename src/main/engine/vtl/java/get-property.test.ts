import { describe, expect, it } from 'vitest'
import { getProperty } from './get-property'
import { HostObject } from './host-object'
import { outcome } from './testing/java-call'
import { JavaEntry } from './java-entry'
import type { JavaValue } from './java-value'
import { double, json, list, map, strings } from './testing/java-values'

function read(target: Exclude<JavaValue, null>, name: string): string {
  return outcome(() => getProperty(target, name))
}

describe('getProperty', () => {
  it('reads the members of a map, whatever they are called', () => {
    const members = map({ a: 1, size: 7, keySet: 'x', empty: null, __proto__x: 1 })
    expect(['a', 'size', 'keySet', 'empty', 'nope', 'toString'].map((name) => read(members, name))).toEqual([
      'Integer 1',
      'Integer 7',
      '"x"',
      'null',
      'null',
      'null',
    ])
  })

  it('finds the class of everything, in a map as well', () => {
    expect([map({ class: 1 }), 'x', 5, list(), strings('a')].map((target) => read(target, 'class'))).toEqual([
      'Class class java.util.LinkedHashMap',
      'Class class java.lang.String',
      'Class class java.lang.Integer',
      'Class class java.util.ArrayList',
      'Class class [Ljava.lang.String;',
    ])
  })

  it('calls getX() and isX()', () => {
    expect([
      read('hé', 'bytes'),
      read('', 'empty'),
      read('x', 'Empty'),
      read(json(), 'empty'),
      read(double(NaN), 'naN'),
      read(new JavaEntry('k', null, null), 'key'),
      read(new JavaEntry('k', null, null), 'value'),
    ]).toEqual(['byte[] [104, -61, -87]', 'true', 'false', 'true', 'true', '"k"', 'null'])
  })

  it('finds nothing else', () => {
    const targets: readonly (readonly [Exclude<JavaValue, null>, string])[] = [
      ['x', 'length'],
      [list(1), 'first'],
      [list(1), 'size'],
      [5, 'MAX_VALUE'],
      [strings('a'), 'length'],
      [strings('a'), 'empty'],
      ['x', '__proto__'],
      ['x', 'constructor'],
    ]
    expect(targets.map(([target, name]) => read(target, name))).toEqual(targets.map(() => 'no such method'))
  })

  it('leads from a class to its names only', () => {
    const target = getProperty('x', 'class')!
    expect(
      ['name', 'simpleName', 'classLoader', 'methods', 'protectionDomain'].map((name) =>
        read(target as object as never, name),
      ),
    ).toEqual(['"java.lang.String"', '"String"', 'no such method', 'no such method', 'no such method'])
  })

  it('reads properties, getters and get(name) of an object of the context', () => {
    const host = new HostObject(
      'a.B',
      {
        getColor: () => 'red',
        isReady: () => true,
        get: (name) => (typeof name === 'string' ? `got ${name}` : undefined),
      },
      { size: () => 3 },
    )
    expect(['size', 'color', 'ready', 'other', 'class'].map((name) => read(host, name))).toEqual([
      'Integer 3',
      '"red"',
      '"got ready"',
      '"got other"',
      'Class class a.B',
    ])
  })
})

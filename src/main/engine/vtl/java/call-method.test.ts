import { describe, expect, it } from 'vitest'
import { HostObject } from './host-object'
import { callText } from './testing/java-call'
import { JavaClass } from './java-class'
import { JavaMap } from './java-map'
import type { JavaValue } from './java-value'
import { byte, double, json, list, long, map, short, strings } from './testing/java-values'

describe('callMethod', () => {
  it('finds a method by its name and the classes of the arguments', () => {
    expect([
      callText('hello', 'substring', 1),
      callText('hello', 'substring', '1'),
      callText('hello', 'slice', 1),
    ]).toEqual(['"ello"', 'no such method', 'no such method'])
  })

  it('widens numbers as Java does, and never narrows them', () => {
    const given = [byte(1), short(1), 1, long(1n), double(1)]
    expect(given.map((argument) => callText('hello', 'substring', argument))).toEqual([
      '"ello"',
      '"ello"',
      '"ello"',
      'no such method',
      'no such method',
    ])
    expect(given.map((argument) => callText(double(0), 'max', argument, 0))).toEqual(given.map(() => 'Double 1.0'))
  })

  it('prefers remove(int) to remove(Object) for an Integer only', () => {
    expect([callText(list(5, 1), 'remove', 1), callText(list(5, long(1n)), 'remove', long(1n))]).toEqual([
      'Integer 1',
      'true',
    ])
  })

  it('passes null for any object, never for a number', () => {
    expect([
      callText('a', 'equals', null),
      callText('abc', 'substring', null),
      callText(list(null), 'remove', null),
    ]).toEqual(['false', 'no such method', 'true'])
  })

  it('calls nothing when several methods take null and none is nearer', () => {
    expect([callText('a', 'getBytes', null), callText(json(1), 'toJSONString', null)]).toEqual([
      'no such method',
      'no such method',
    ])
  })

  it('collects the last arguments into an array', () => {
    expect([
      callText('', 'format', '%s%s', 'a', 'b'),
      callText('', 'format', 'x'),
      callText('', 'format', '%s%s', strings('a', 'b')),
      callText('', 'format', '%s', list('a', 'b')),
      callText('', 'join', '-', 'a', 'b', 'c'),
      callText('', 'join', '-', 'a', 1),
    ]).toEqual(['"ab"', '"x"', '"ab"', '"[a, b]"', '"a-b-c"', 'no such method'])
  })

  it('fails for arguments of a method that takes none, as Velocity lets them through', () => {
    expect([callText('a', 'trim', 'x'), callText(list(), 'size', 1), callText(5, 'intValue', 1, 2)]).toEqual(
      Array.from({ length: 3 }, () => 'throws java.lang.IllegalArgumentException'),
    )
  })

  it('gives "" for methods that return nothing', () => {
    expect([callText(list(1), 'clear'), callText(map({}), 'putAll', map({ a: 1 }))]).toEqual(['""', '""'])
  })

  it('lets every value be asked what every object can be asked', () => {
    const values: readonly Exclude<JavaValue, null>[] = [
      'a',
      1,
      true,
      list(),
      map({}),
      strings('a'),
      new HostObject('a.B', {}),
    ]
    expect(values.map((value) => callText(value, 'equals', value))).toEqual(values.map(() => 'true'))
    expect(values.map((value) => callText(value, 'getClass').startsWith('Class class '))).toEqual(
      values.map(() => true),
    )
  })

  it('calls the methods of an object of the context, and nothing that it inherits in JavaScript', () => {
    const host = new HostObject('a.B', { twice: (value) => (typeof value === 'number' ? 2 * value : undefined) })
    expect([
      callText(host, 'twice', 4),
      callText(host, 'twice', 'x'),
      callText(host, 'hasOwnProperty', 'twice'),
      callText(host, 'constructor'),
      callText(host, 'toString'),
    ]).toEqual(['Integer 8', 'no such method', 'no such method', 'no such method', '"a.B@171f5"'])
  })

  it('asks a class for its names and nothing more', () => {
    const target = new JavaClass('java.util.LinkedHashMap$Entry')
    const names = [
      'getName',
      'getSimpleName',
      'forName',
      'newInstance',
      'getClassLoader',
      'getMethods',
      'getDeclaredFields',
    ]
    expect(names.map((name) => callText(target, name))).toEqual([
      '"java.util.LinkedHashMap$Entry"',
      '"Entry"',
      ...names.slice(2).map(() => 'no such method'),
    ])
  })

  it('gives maps of every class the methods of a map', () => {
    class OwnMap extends JavaMap {
      override readonly className = 'a.OwnMap'
    }
    expect([callText(new OwnMap(), 'put', 'a', 1), callText(new OwnMap(), 'size')]).toEqual(['null', 'Integer 0'])
  })
})

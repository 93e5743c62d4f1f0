import { describe, expect, it } from 'vitest'
import { HostObject } from './host-object'
import { JavaClass } from './java-class'
import { JavaException } from './java-exception'
import { JavaList } from './java-list'
import { JavaMapView } from './java-map-view'
import type { JavaValue } from './java-value'
import { big, char, chars, decimal, double, json, list, long, map, strings } from './testing/java-values'
import { ListIterator } from './list-iterator'
import { stringValueOf, toJavaString } from './to-java-string'

function failure(value: Exclude<JavaValue, null>): string {
  try {
    return toJavaString(value)
  } catch (error) {
    if (error instanceof JavaException) return error.className
    throw error
  }
}

describe('toJavaString', () => {
  it('prints simple values as Java does', () => {
    const values = ['text', true, 5, double(5), long(5n), big(5n), decimal(50n, 1), char('x')]
    expect(values.map(toJavaString)).toEqual(['text', 'true', '5', '5.0', '5', '5', '5.0', 'x'])
  })

  it('prints a map with "=" between its keys and values', () => {
    expect(toJavaString(map({ a: 1, b: null, c: map({ d: list('x', double(2)) }) }))).toBe(
      '{a=1, b=null, c={d=[x, 2.0]}}',
    )
  })

  it('prints a JSONArray as JSON, in a map as well', () => {
    expect(toJavaString(map({ l: json(1, 'a/"b"', null, map({ k: double(1) }), list('x')) }))).toBe(
      '{l=[1,"a\\/\\"b\\"",null,{"k":1.0},["x"]]}',
    )
  })

  it('prints the parts of a map', () => {
    const members = map({ a: 1, b: 'x' })
    const parts = (['keys', 'values', 'entries'] as const).map((part) => toJavaString(new JavaMapView(members, part)))
    expect(parts).toEqual(['[a, b]', '[1, x]', '[a=1, b=x]'])
  })

  it('does not print a collection inside itself', () => {
    const items = list(1)
    items.splice(1, 0, [items])
    const members = map({ a: 1 })
    members.put('self', members)
    expect([toJavaString(items), toJavaString(members)]).toEqual(['[1, (this Collection)]', '{a=1, self=(this Map)}'])
  })

  it('prints objects without a text of their own by class and hash code, always the same', () => {
    const values = [strings('a'), chars('a'), new ListIterator(list()), new HostObject('a.B', {})]
    expect(values.map(toJavaString)).toEqual([
      '[Ljava.lang.String;@17687745',
      '[C@b48',
      'java.util.ArrayList$Itr@61e76b3a',
      'a.B@171f5',
    ])
  })

  it('asks an object of the context for its text', () => {
    expect(toJavaString(new HostObject('a.B', { toString: () => 'own text' }))).toBe('own text')
  })

  it('prints a class', () => {
    expect(toJavaString(new JavaClass('java.lang.String'))).toBe('class java.lang.String')
  })

  it('ends with an error for lists that hold each other', () => {
    const one = list()
    const other = list(one, one)
    one.splice(0, 0, [other, other])
    expect(failure(one)).toBe('java.lang.StackOverflowError')
  })

  it('prints 900 lists in each other and refuses 5,000', () => {
    const nested = (depth: number): JavaList =>
      Array.from({ length: depth }).reduce<JavaList>((inner) => new JavaList([inner]), new JavaList([]))
    expect(toJavaString(nested(900))).toBe('['.repeat(901) + ']'.repeat(901))
    expect(failure(nested(5_000))).toBe('java.lang.StackOverflowError')
  })

  it('ends with an error for a list that doubles itself at each level', () => {
    const doubled = Array.from({ length: 60 }).reduce<JavaList>((inner) => list(inner, inner), list('x'))
    expect(failure(doubled)).toBe('java.lang.OutOfMemoryError')
  })
})

describe('stringValueOf', () => {
  it('prints null', () => {
    expect([stringValueOf(null), stringValueOf(1)]).toEqual(['null', '1'])
  })
})

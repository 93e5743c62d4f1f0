import { expect, it } from 'vitest'
import { callMethod } from '../call-method'
import { JavaArray } from '../java-array'
import { JavaChar } from '../java-char'
import { JavaException } from '../java-exception'
import { JavaList } from '../java-list'
import { JavaMap } from '../java-map'
import { JavaNumber } from '../java-number'
import type { JavaValue } from '../java-value'
import { numberText } from '../number-text'
import { toJavaString } from '../to-java-string'

/** A value with the class that Java gives it: `"text"`, `Integer 5`, `Character a`, `ArrayList [1, 2]`, `char[] [a, b]`. */
export function valueText(value: JavaValue | undefined): string {
  if (value === undefined) return 'no such method'
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return `Integer ${Object.is(value, -0) ? '-0' : value}`
  const name = value.className.slice(Math.max(value.className.lastIndexOf('.'), value.className.lastIndexOf('$')) + 1)
  if (value instanceof JavaNumber) return `${name} ${numberText(value)}`
  if (value instanceof JavaChar) return `Character ${wellFormed(value.value)}`
  if (value instanceof JavaArray) return `${arrayName(value.className)} [${value.items.map(itemText).join(', ')}]`
  if (value instanceof JavaList || value instanceof JavaMap) return `${name} ${toJavaString(value)}`
  return `${name} ${toJavaString(value)}`
}

function itemText(item: JavaValue): string {
  return item === null ? 'null' : wellFormed(toJavaString(item))
}

/** Half of a surrogate pair as `\ud83d`. */
function wellFormed(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function arrayName(className: string): string {
  return { '[C': 'char[]', '[B': 'byte[]', '[Ljava.lang.String;': 'String[]' }[className] ?? 'Object[]'
}

/** What a run gives, or the class of what Java throws: `throws java.lang.IndexOutOfBoundsException`. */
export function outcome(run: () => JavaValue | undefined): string {
  try {
    return valueText(run())
  } catch (error) {
    if (error instanceof JavaException) return `throws ${error.className}`
    throw error
  }
}

/** What `target.name(args)` gives. */
export function callText(target: Exclude<JavaValue, null>, name: string, ...args: readonly JavaValue[]): string {
  return outcome(() => callMethod(target, name, args))
}

/** A call and what it gives, as in `['hello', 'substring', [1, 3], '"el"']`. */
export type CallCase = readonly [
  target: Exclude<JavaValue, null>,
  name: string,
  args: readonly JavaValue[],
  expected: string,
]

/** One test for each call. What is expected was asked of JDK 17. */
export function testCalls(cases: readonly CallCase[]): void {
  for (const [target, name, args, expected] of cases) {
    it(`${valueText(target)}: ${name}(${args.map(valueText).join(', ')}) gives ${expected}`, () => {
      expect(callText(target, name, ...args)).toBe(expected)
    })
  }
}

import { describe, expect, it } from 'vitest'
import { emitJson } from './emit-json'

describe('emitJson', () => {
  it('writes what JSON.stringify writes, ending in a line break', () => {
    const value = { a: [1, -0.5, null, true, 'é"\n\u2028'], b: {}, c: [], d: { e: [{ f: 'g' }, ['h']] } }
    expect(emitJson(value)).toBe(`${JSON.stringify(value, null, 2)}\n`)
  })

  it('leaves out what is undefined', () => {
    expect(emitJson({ a: undefined, b: 1 })).toBe('{\n  "b": 1\n}\n')
  })

  it('keeps the order of a map whose names are numbers', () => {
    const value = new Map([
      ['5\\d{2}', 'a'],
      ['404', 'b'],
    ])
    expect(emitJson({ value })).toBe('{\n  "value": {\n    "5\\\\d{2}": "a",\n    "404": "b"\n  }\n}\n')
  })
})

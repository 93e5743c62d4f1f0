import { expect, it } from 'vitest'
import { seededDraw } from '../testing/seeded-draw'
import { MOST_FIELDS } from './json-fields'
import { MessageFields } from './message-fields'

const all = (message: string) => [...new MessageFields([]).readAll(message)]

it('finds members of members and of lists by their path, in the order of the text', () => {
  const message = '{ "a": {"b": [1.50, {"c": "x\\ny"}], "d": {}}, "e": null, "@f": true, "g.h": -2e3, "a\\u0041": "" }'
  expect(all(message)).toEqual([
    ['a.b.0', '1.50'],
    ['a.b.1.c', 'x\ny'],
    ['e', null],
    ['@@f', 'true'],
    ['g.h', '-2e3'],
    ['aA', ''],
  ])
})

it('finds nothing in what is no JSON object or list', () => {
  expect(['', 'text', '{', '{"a":1} and more', '5', '"text"', "{'a':1}", '{"a":"b"c"}'].map(all)).toEqual(
    Array.from({ length: 8 }, () => []),
  )
})

it('takes a thousand fields, and does not go deeper than any log', () => {
  const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`f${index}`, index])))
  expect(all(wide).length).toBe(MOST_FIELDS)
  const deep = `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`
  expect(all(deep)).toEqual([])
})

it('reads the lines around an invocation of Lambda', () => {
  const report =
    'REPORT RequestId: 5c6a\tDuration: 3.70 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: 61 MB\t' +
    'Init Duration: 120.01 ms\t\nXRAY TraceId: 1-5e1b-4a\tSegmentId: 1f\tSampled: true'
  expect([all(report), all('START RequestId: 5c6a Version: $LATEST'), all('INIT_START Runtime Version: x')]).toEqual([
    [
      ['@type', 'REPORT'],
      ['@requestId', '5c6a'],
      ['@duration', '3.70'],
      ['@billedDuration', '4'],
      ['@initDuration', '120.01'],
      ['@memorySize', '128000000'],
      ['@maxMemoryUsed', '61000000'],
      ['@xrayTraceId', '1-5e1b-4a'],
    ],
    [
      ['@type', 'START'],
      ['@requestId', '5c6a'],
    ],
    [],
  ])
})

it('reads the same from lines of a known shape as from each line by itself', () => {
  const draw = seededDraw(7)
  const texts = ['200', '', '-', 'a"b', 'back\\slash', '/orders/{id}', '","status":"9', 'ümlaut', '\u0001', '}', 'null']
  const value = (): unknown => [texts[draw(texts.length)]!, draw(1000), -0.5, 1e21, true, false, null][draw(7)]
  const names = ['status', 'latency', 'nested.ip']
  const reader = new MessageFields(names)
  const differing: string[] = []
  let quick = 0
  for (let count = 0; count < 4000; count++) {
    const extra = draw(6) === 0 ? { more: [value(), { status: value() }] } : {}
    const object = {
      id: texts[draw(4)],
      status: value(),
      latency: value(),
      nested: { ip: texts[draw(texts.length)] },
      ...extra,
    }
    const whole = JSON.stringify(object)
    const message = draw(9) === 0 ? whole.slice(0, draw(whole.length)) + '}' : whole
    const found: (string | null)[] = names.map(() => null)
    if (!reader.readQuick(message, (index, text) => (found[index] = text))) continue
    quick++
    const fields = reader.readAll(message)
    const same = names.every((name, index) => (fields.get(name) ?? null) === found[index])
    if (!same) differing.push(message)
  }
  expect([differing, quick > 1000]).toEqual([[], true])
})

import type { TemplateStep, TemplateValue } from '@shared/contract/template'

/** The text that `STEPS` are of. */
export const SOURCE = ['#set($n = 2)', '{"a": $n,', '#foreach($i in $list)', '"x": $i.price', '#end', '}'].join('\n')

const integer = (text: string): TemplateValue => ({ type: 'Integer', text })
const MISSING: TemplateValue = { type: 'missing', text: '' }

/** A step at the first place of a piece of `SOURCE`. */
export function stepAt(piece: string, patch: Partial<TemplateStep>): TemplateStep {
  const start = SOURCE.indexOf(piece)
  const end = start + piece.length
  const [line, column] = placeOf(start)
  const [endLine, endColumn] = placeOf(end)
  return {
    kind: 'text',
    source: { start, end, line, column, endLine, endColumn },
    output: { start: 0, end: 0 },
    loops: [],
    ...patch,
  }
}

function placeOf(offset: number): [number, number] {
  const before = SOURCE.slice(0, offset).split('\n')
  return [before.length, (before.at(-1)?.length ?? 0) + 1]
}

const turn = (round: number) => [{ name: 'i', round }]
const round = (at: number, start: number): TemplateStep[] => [
  stepAt('#foreach($i in $list)', {
    kind: 'round',
    output: { start, end: start + 5 },
    loops: turn(at),
    changes: [{ name: 'i', value: { type: 'Map', size: 1, text: '{q=1}' } }],
  }),
  stepAt('"x": ', { output: { start, end: start + 5 }, loops: turn(at) }),
  stepAt('$i.price', {
    kind: 'reference',
    name: '$i.price',
    value: MISSING,
    output: { start: start + 5, end: start + 5 },
    loops: turn(at),
  }),
]

/** Set, text, reference, a loop of two rounds with a reference that misses, and the end of the loop. */
export const STEPS: readonly TemplateStep[] = [
  stepAt('#set($n = 2)', {
    kind: 'set',
    name: '$n',
    value: integer('2'),
    changes: [{ name: 'n', value: integer('2') }],
  }),
  stepAt('{"a": ', { output: { start: 0, end: 6 } }),
  stepAt('$n,', { kind: 'reference', name: '$n', value: integer('2'), output: { start: 6, end: 7 } }),
  stepAt('#foreach($i in $list)', {
    kind: 'foreach',
    name: '$list',
    value: { type: 'List', size: 2, text: '[{q=1}, {q=1}]' },
    output: { start: 8, end: 18 },
  }),
  ...round(1, 8),
  ...round(2, 13),
  stepAt('}', { output: { start: 18, end: 19 }, changes: [{ name: 'i', value: null }] }),
]

import { expect, test } from 'vitest'
import { lineNumberOptions, type LineLabels } from './line-labels'

function drawn(labels: LineLabels, lines: readonly number[]): string[] {
  const { lineNumbers } = lineNumberOptions(labels)
  return typeof lineNumbers === 'function' ? lines.map(lineNumbers) : [String(lineNumbers)]
}

test('a note stands left of its line number, and a line without one has the number alone', () => {
  const labels: LineLabels = { kind: 'numbers', notes: ['2x', ''], lineCount: 3 }
  expect(drawn(labels, [1, 2, 3])).toEqual(['<span class="gw-code-note">2x</span>1', '2', '3'])
})

test('a note is text, whatever is in it', () => {
  const labels: LineLabels = { kind: 'numbers', notes: ['<b a="&">'], lineCount: 1 }
  expect(drawn(labels, [1])).toEqual(['<span class="gw-code-note">&lt;b a=&quot;&amp;&quot;&gt;</span>1'])
})

test('a removed line has a sign and no number', () => {
  const lines = [
    { sign: '', line: 1 },
    { sign: '-', line: null },
  ] as const
  expect(drawn({ kind: 'diff', lines }, [1, 2])).toEqual(['1', '<span class="gw-code-sign" data-sign="-">-</span>'])
})

test('there is room for the longest note beside the largest number', () => {
  const room = (labels: LineLabels) => lineNumberOptions(labels).lineNumbersMinChars
  expect([
    room({ kind: 'none' }),
    room({ kind: 'numbers', notes: null, lineCount: 5 }),
    room({ kind: 'numbers', notes: null, lineCount: 1_234 }),
    room({ kind: 'numbers', notes: ['1x', '1000x'], lineCount: 123 }),
  ]).toEqual([0, 3, 5, 10])
})

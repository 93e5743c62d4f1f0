import { expect, test } from 'vitest'
import { stepAt, STEPS } from './recording.fixture'
import { stepWords } from './step-words'

test('a step is named by what it ran', () => {
  expect([0, 1, 2, 3, 4].map((at) => STEPS[at]).map((step) => step && stepWords(step))).toEqual([
    '#set $n',
    'text',
    '$n',
    '#foreach $list',
    'turn of #foreach',
  ])
})

test.each([
  ['if', '#if $n'],
  ['elseif', '#if $n, takes #elseif'],
  ['else', '#if $n, takes #else'],
  ['none', '#if $n, writes nothing'],
] as const)('a condition that takes %s says so', (branch, words) => {
  expect(stepWords(stepAt('$n', { kind: 'if', name: '$n', branch }))).toBe(words)
})

import { describe, expect, test } from 'vitest'
import { foldVariables, plainReference } from './fold-variables'
import { STEPS, stepAt } from './recording.fixture'

describe('foldVariables', () => {
  test('marks what the step itself set', () => {
    expect(foldVariables(STEPS, 0)).toEqual([
      { name: '$n', type: 'Integer', size: null, text: '2', isChanged: true, isMissing: false },
    ])
  })

  test('marks nothing one step later', () => {
    expect(foldVariables(STEPS, 1).map(({ name, isChanged }) => [name, isChanged])).toEqual([['$n', false]])
  })

  test('shows a reference without a value below its variable', () => {
    expect(foldVariables(STEPS, 6)).toEqual([
      { name: '$n', type: 'Integer', size: null, text: '2', isChanged: false, isMissing: false },
      { name: '$i', type: 'Map', size: 1, text: '{q=1}', isChanged: false, isMissing: false },
      {
        name: '$i.price',
        type: 'missing',
        size: null,
        text: 'prints nothing, equals ""',
        isChanged: false,
        isMissing: true,
      },
    ])
  })

  test('shows a reference to something else first', () => {
    const step = stepAt('$n', { kind: 'reference', name: '$context.stage', value: { type: 'String', text: 'test' } })
    expect(foldVariables([...STEPS.slice(0, 1), step], 1).map(({ name }) => name)).toEqual(['$context.stage', '$n'])
  })

  test('does not show a variable twice when it is what was evaluated', () => {
    expect(foldVariables(STEPS, 2).map(({ name }) => name)).toEqual(['$n'])
  })

  test('drops a variable that is gone', () => {
    expect(foldVariables(STEPS, STEPS.length - 1).map(({ name }) => name)).toEqual(['$n'])
  })

  test('is empty before the first step', () => {
    expect(foldVariables(STEPS, -1)).toEqual([])
  })
})

test.each([
  ['$item.price', '$item.price'],
  ['$!item', '$item'],
  ['${item.price}', '$item.price'],
  ['$!{item}', '$item'],
  ["$input.path('$.a')", "$input.path('$.a')"],
])('%s is shown as %s', (written, shown) => {
  expect(plainReference(written)).toBe(shown)
})

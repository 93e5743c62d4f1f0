import { describe, expect, it } from 'vitest'
import { toolOutput } from './tool-output'

const LIST = '{"items":[{"id":"a","name":"x"},{"id":"b","name":"y z"}],"n":{"k-v":1}}'

describe('what tools print', () => {
  it.each([
    ['jq -r .items[0].id', LIST, 'a\n'],
    ['jq .items[1].name', LIST, '"y z"\n'],
    ['jq -r .items[].id', LIST, 'a\nb\n'],
    ['jq -c .n', LIST, '{"k-v":1}\n'],
    ['jq .items|length', LIST, '2\n'],
    ['tr -d "', '"a"\n', 'a\n'],
    ['tr a-z A-Z', 'ab\n', 'AB\n'],
    ['cut -d: -f2', 'a:b:c\n', 'b\n'],
    ['cut -f1', 'a\tb\nc\td\n', 'a\nc\n'],
    ['head -1', 'a\nb\n', 'a\n'],
    ['tail -n 1', 'a\nb\n', 'b\n'],
    ['sed s/a/b/g', 'aa\n', 'bb\n'],
    ['xargs', ' a \n b\n', 'a b\n'],
    ['cat', 'a', 'a'],
  ])('%s', (command, input, expected) => {
    expect(toolOutput(command.split(' '), input)).toBe(expected)
  })

  it('takes the item of a list that has a certain member', () => {
    expect(toolOutput(['jq', '-r', '.items[] | select(.name == "y z") | .id'], LIST)).toBe('b\n')
    expect(toolOutput(['jq', '-r', '.items[] | select(.name == "none") | .id'], LIST)).toBe('')
  })

  it.each(['jq map(.id)', 'jq --arg a b .a', 'sed s/a.*/b/', 'tr -s a', 'cut -c1-3', 'grep a', 'awk {print}'])(
    'does not pretend to understand %s',
    (command) => {
      expect(toolOutput(command.split(' '), LIST)).toBeNull()
    },
  )

  it('prints nothing of what is no JSON', () => {
    expect(toolOutput(['jq', '.a'], 'no json')).toBeNull()
  })
})

import { describe } from 'vitest'
import { testCalls } from '../testing/java-call'
import { char, chars, list, strings } from '../testing/java-values'

describe('what Velocity calls on arrays', () => {
  testCalls([
    [strings('a', 'b'), 'size', [], 'Integer 2'],
    [strings('a', 'b'), 'get', [1], '"b"'],
    [strings('a', 'b'), 'get', [2], 'throws java.lang.ArrayIndexOutOfBoundsException'],
    [strings('a', 'b'), 'isEmpty', [], 'false'],
    [strings('a', 'b'), 'contains', ['b'], 'true'],
    [strings('a', 'b'), 'indexOf', ['b'], 'Integer 1'],
    [strings('a', 'b'), 'set', [0, 'z'], '"a"'],
    [strings('a', 'b'), 'set', [0, 1], 'throws java.lang.IllegalArgumentException'],
    [strings('a', 'b'), 'set', [0, null], '"a"'],
    [strings('a', 'b'), 'add', ['c'], 'throws java.lang.UnsupportedOperationException'],
    [strings('a', 'b'), 'remove', [0], 'throws java.lang.UnsupportedOperationException'],
    [strings('a', 'b'), 'clear', [], 'throws java.lang.UnsupportedOperationException'],
    [strings('a', 'b'), 'subList', [0, 1], 'SubList [a]'],
    [strings('a', 'b'), 'length', [], 'no such method'],
    [strings('a', 'b'), 'equals', [strings('a', 'b')], 'false'],
    [strings('a', 'b'), 'addAll', [list()], 'false'],
    [chars('ab'), 'get', [0], 'Character a'],
    [chars('ab'), 'set', [0, 'x'], 'throws java.lang.IllegalArgumentException'],
    [chars('ab'), 'set', [0, char('x')], 'Character a'],
  ])
})

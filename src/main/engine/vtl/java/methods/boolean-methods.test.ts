import { describe } from 'vitest'
import { testCalls } from '../testing/java-call'

describe('the methods of java.lang.Boolean', () => {
  testCalls([
    [true, 'booleanValue', [], 'true'],
    [true, 'compareTo', [false], 'Integer 1'],
    [true, 'compareTo', ['x'], 'throws java.lang.ClassCastException'],
    [true, 'equals', [true], 'true'],
    [true, 'hashCode', [], 'Integer 1231'],
    [false, 'hashCode', [], 'Integer 1237'],
    [true, 'toString', [], '"true"'],
    [true, 'parseBoolean', ['TRUE'], 'true'],
    [true, 'parseBoolean', [null], 'false'],
    [true, 'valueOf', ['yes'], 'false'],
    [true, 'logicalXor', [true, false], 'true'],
    [true, 'logicalAnd', [true, 1], 'no such method'],
    [true, 'getBoolean', ['x'], 'false'],
    [true, 'compare', [true, false], 'Integer 1'],
  ])
})

import { describe } from 'vitest'
import { testCalls } from '../testing/java-call'
import { long } from '../testing/java-values'

describe('the methods of java.lang.Long', () => {
  testCalls([
    [long(12345678901n), 'intValue', [], 'Integer -539222987'],
    [long(12345678901n), 'doubleValue', [], 'Double 1.2345678901E10'],
    [long(12345678901n), 'hashCode', [], 'Integer -539222985'],
    [long(12345678901n), 'compareTo', [long(1n)], 'Integer 1'],
    [long(12345678901n), 'compareTo', [1], 'throws java.lang.ClassCastException'],
    [long(12345678901n), 'toHexString', [long(-1n)], '"ffffffffffffffff"'],
    [long(0n), 'parseLong', ['9223372036854775807'], 'Long 9223372036854775807'],
    [long(0n), 'parseLong', ['9223372036854775808'], 'throws java.lang.NumberFormatException'],
    [long(0n), 'parseUnsignedLong', ['18446744073709551615'], 'Long -1'],
    [long(0n), 'toUnsignedString', [long(-1n)], '"18446744073709551615"'],
    [long(0n), 'decode', ['0x10'], 'Long 16'],
    [long(0n), 'max', [long(5n), 7], 'Long 7'],
    [long(0n), 'sum', [long(9223372036854775807n), 1], 'Long -9223372036854775808'],
    [long(0n), 'bitCount', [long(-1n)], 'Integer 64'],
    [long(0n), 'reverse', [long(1n)], 'Long -9223372036854775808'],
    [long(0n), 'reverseBytes', [long(1n)], 'Long 72057594037927936'],
    [long(0n), 'rotateLeft', [long(1n), 65], 'Long 2'],
    [long(0n), 'highestOneBit', [long(12345678901n)], 'Long 8589934592'],
    [long(0n), 'lowestOneBit', [long(12n)], 'Long 4'],
    [long(0n), 'numberOfLeadingZeros', [long(1n)], 'Integer 63'],
    [long(0n), 'numberOfTrailingZeros', [long(0n)], 'Integer 64'],
    [long(0n), 'divideUnsigned', [long(-1n), long(2n)], 'Long 9223372036854775807'],
    [long(0n), 'remainderUnsigned', [long(-1n), long(0n)], 'throws java.lang.ArithmeticException'],
    [long(0n), 'toString', [long(255n), 16], '"ff"'],
    [long(0n), 'signum', [long(-5n)], 'Integer -1'],
    [long(0n), 'getLong', ['x', long(5n)], 'Long 5'],
  ])
})

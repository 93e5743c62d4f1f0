import { describe } from 'vitest'
import { testCalls } from '../testing/java-call'
import { double, float, long } from '../testing/java-values'

describe('the methods of java.lang.Double', () => {
  testCalls([
    [double(2.5), 'intValue', [], 'Integer 2'],
    [double(1e20), 'intValue', [], 'Integer 2147483647'],
    [double(1e20), 'longValue', [], 'Long 9223372036854775807'],
    [double(NaN), 'longValue', [], 'Long 0'],
    [double(2.5), 'floatValue', [], 'Float 2.5'],
    [double(2.5), 'isNaN', [], 'false'],
    [double(2.5), 'isInfinite', [], 'false'],
    [double(2.5), 'isFinite', [double(Infinity)], 'false'],
    [double(2.5), 'compareTo', [double(1.5)], 'Integer 1'],
    [double(2.5), 'compareTo', [1], 'throws java.lang.ClassCastException'],
    [double(0), 'compare', [double(0), double(-0)], 'Integer 1'],
    [double(0), 'compare', [double(NaN), double(Infinity)], 'Integer 1'],
    [double(0), 'equals', [double(-0)], 'false'],
    [double(NaN), 'equals', [double(NaN)], 'true'],
    [double(2.5), 'hashCode', [], 'Integer 1074003968'],
    [double(0), 'parseDouble', ['2.5e3'], 'Double 2500.0'],
    [double(0), 'parseDouble', [' .5f '], 'Double 0.5'],
    [double(0), 'parseDouble', ['0x1.8p1'], 'Double 3.0'],
    [double(0), 'parseDouble', ['-Infinity'], 'Double -Infinity'],
    [double(0), 'parseDouble', ['x'], 'throws java.lang.NumberFormatException'],
    [double(0), 'parseDouble', [''], 'throws java.lang.NumberFormatException'],
    [double(0), 'parseDouble', [null], 'throws java.lang.NullPointerException'],
    [double(0), 'toHexString', [double(0.1)], '"0x1.999999999999ap-4"'],
    [double(0), 'toHexString', [double(5e-324)], '"0x0.0000000000001p-1022"'],
    [double(0), 'max', [1, double(2)], 'Double 2.0'],
    [double(0), 'doubleToLongBits', [double(1)], 'Long 4607182418800017408'],
    [double(0), 'longBitsToDouble', [long(4607182418800017408n)], 'Double 1.0'],
    [double(0), 'valueOf', ['1'], 'Double 1.0'],
    [double(0), 'toString', [double(1e-5)], '"1.0E-5"'],
  ])
})

describe('the methods of java.lang.Float', () => {
  testCalls([
    [float(1.5), 'doubleValue', [], 'Double 1.5'],
    [float(0.1), 'toString', [], '"0.1"'],
    [float(0.1), 'hashCode', [], 'Integer 1036831949'],
    [float(0.1), 'parseFloat', ['3.4e39'], 'Float Infinity'],
    [float(0.1), 'toHexString', [float(0.1)], '"0x1.99999ap-4"'],
    [float(0.1), 'compareTo', [float(1)], 'Integer -1'],
    [float(0.1), 'floatToIntBits', [float(1)], 'Integer 1065353216'],
    [float(0.1), 'intBitsToFloat', [1065353216], 'Float 1.0'],
    [float(0.1), 'max', [1, 2], 'Float 2.0'],
    [float(0.1), 'max', [1, double(2)], 'no such method'],
    [float(0.1), 'isNaN', [], 'false'],
  ])
})

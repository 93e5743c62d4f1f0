import { doubleHash, floatHash } from '../hash-code'
import { hexDouble, hexFloat } from '../hex-double'
import { JavaDouble, JavaFloat, JavaLong } from '../java-number'
import { inherit, methodsOf } from '../method-table'
import { compareDoubles } from '../natural-order'
import { numberText } from '../number-text'
import { parseDouble } from '../parse-java-number'
import { NUMBER_METHODS } from './number-methods'

const words = new DataView(new ArrayBuffer(8))

function bitsOfDouble(value: number): JavaLong {
  words.setFloat64(0, Number.isNaN(value) ? Number.NaN : value)
  return new JavaLong(words.getBigInt64(0))
}

function doubleOfBits(bits: bigint): JavaDouble {
  words.setBigInt64(0, bits)
  return new JavaDouble(words.getFloat64(0))
}

function floatOfBits(bits: number): JavaFloat {
  words.setInt32(0, bits)
  return new JavaFloat(words.getFloat32(0))
}

function isInfinite(value: number): boolean {
  return Math.abs(value) === Infinity
}

/** The public methods of `java.lang.Double` in JDK 17. */
export const DOUBLE_METHODS = inherit(
  methodsOf<JavaDouble>()({
    'compare(double,double)': (_, a, b) => compareDoubles(a, b),
    'compareTo(Double)': (target, other) => compareDoubles(target.value, other),
    'doubleToLongBits(double)': (_, value) => bitsOfDouble(value),
    'doubleToRawLongBits(double)': (_, value) => bitsOfDouble(value),
    'hashCode(double)': (_, value) => doubleHash(value),
    'isFinite(double)': (_, value) => Number.isFinite(value),
    'isInfinite()': (target) => isInfinite(target.value),
    'isInfinite(double)': (_, value) => isInfinite(value),
    'isNaN()': (target) => Number.isNaN(target.value),
    'isNaN(double)': (_, value) => Number.isNaN(value),
    'longBitsToDouble(long)': (_, bits) => doubleOfBits(bits),
    'max(double,double)': (_, a, b) => new JavaDouble(Math.max(a, b)),
    'min(double,double)': (_, a, b) => new JavaDouble(Math.min(a, b)),
    'parseDouble(String)': (_, text) => new JavaDouble(parseDouble(text)),
    'sum(double,double)': (_, a, b) => new JavaDouble(a + b),
    'toHexString(double)': (_, value) => hexDouble(value),
    'toString(double)': (_, value) => numberText(new JavaDouble(value)),
    'valueOf(String)': (_, text) => new JavaDouble(parseDouble(text)),
    'valueOf(double)': (_, value) => new JavaDouble(value),
  }),
  NUMBER_METHODS,
)

function float(value: number): JavaFloat {
  return new JavaFloat(Math.fround(value))
}

/** The public methods of `java.lang.Float` in JDK 17. */
export const FLOAT_METHODS = inherit(
  methodsOf<JavaFloat>()({
    'compare(float,float)': (_, a, b) => compareDoubles(a, b),
    'compareTo(Float)': (target, other) => compareDoubles(target.value, other),
    'floatToIntBits(float)': (_, value) => floatHash(value),
    'floatToRawIntBits(float)': (_, value) => floatHash(value),
    'hashCode(float)': (_, value) => floatHash(value),
    'intBitsToFloat(int)': (_, bits) => floatOfBits(bits),
    'isFinite(float)': (_, value) => Number.isFinite(value),
    'isInfinite()': (target) => isInfinite(target.value),
    'isInfinite(float)': (_, value) => isInfinite(value),
    'isNaN()': (target) => Number.isNaN(target.value),
    'isNaN(float)': (_, value) => Number.isNaN(value),
    'max(float,float)': (_, a, b) => float(Math.max(a, b)),
    'min(float,float)': (_, a, b) => float(Math.min(a, b)),
    'parseFloat(String)': (_, text) => float(parseDouble(text)),
    'sum(float,float)': (_, a, b) => float(a + b),
    'toHexString(float)': (_, value) => hexFloat(value),
    'toString(float)': (_, value) => numberText(new JavaFloat(value)),
    'valueOf(String)': (_, text) => float(parseDouble(text)),
    'valueOf(float)': (_, value) => new JavaFloat(value),
  }),
  NUMBER_METHODS,
)

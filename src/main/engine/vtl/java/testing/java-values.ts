import { JavaArray } from '../java-array'
import { JavaChar } from '../java-char'
import { JavaList } from '../java-list'
import { JavaMap } from '../java-map'
import { JavaBigDecimal, JavaBigInteger, JavaByte, JavaDouble, JavaFloat, JavaLong, JavaShort } from '../java-number'
import type { JavaValue } from '../java-value'

export const byte = (value: number): JavaByte => new JavaByte(value)
export const short = (value: number): JavaShort => new JavaShort(value)
export const long = (value: bigint): JavaLong => new JavaLong(value)
export const float = (value: number): JavaFloat => new JavaFloat(Math.fround(value))
export const double = (value: number): JavaDouble => new JavaDouble(value)
export const big = (value: bigint): JavaBigInteger => new JavaBigInteger(value)
/** `decimal(150n, 2)` is 1.50. */
export const decimal = (unscaled: bigint, scale: number): JavaBigDecimal => new JavaBigDecimal(unscaled, scale)
export const char = (value: string): JavaChar => new JavaChar(value)
/** An ArrayList. */
export const list = (...items: JavaValue[]): JavaList => new JavaList(items)
/** A JSONArray. */
export const json = (...items: JavaValue[]): JavaList => new JavaList(items, 'net.minidev.json.JSONArray')
export const map = (members: Readonly<Record<string, JavaValue>>): JavaMap => JavaMap.of(Object.entries(members))
export const strings = (...items: JavaValue[]): JavaArray => new JavaArray(items, '[Ljava.lang.String;')
export const chars = (text: string): JavaArray => new JavaArray(Array.from(text, char), '[C')

import { JavaArray } from './java-array'
import { JavaChar } from './java-char'
import { JavaEntry } from './java-entry'
import { nullPointer } from './java-errors'
import { JavaList } from './java-list'
import { JavaMap } from './java-map'
import { JavaMapView } from './java-map-view'
import {
  JavaBigDecimal,
  JavaBigInteger,
  JavaByte,
  JavaDouble,
  JavaFloat,
  JavaLong,
  JavaShort,
  type JavaNumber,
} from './java-number'
import type { JavaValue } from './java-value'
import { doubleValue, intValue, longValue } from './number-conversion'

/** Anything that Java calls a `Collection`. */
export type JavaCollection = JavaList | JavaMapView

/**
 * The types that parameters of Java methods have, as a signature names them, and what stands for them in JavaScript.
 * A "?" lets null through; without it null ends the call with a NullPointerException, as it does in nearly every method.
 */
export interface ParameterTypes {
  int: number
  short: number
  byte: number
  long: bigint
  float: number
  double: number
  boolean: boolean
  char: string
  Object: JavaValue
  String: string
  'String?': string | null
  CharSequence: string
  'CharSequence?': string | null
  Integer: number
  Short: number
  Byte: number
  Long: bigint
  Float: number
  Double: number
  Boolean: boolean
  Character: string
  BigInteger: bigint
  BigDecimal: JavaBigDecimal
  Collection: JavaCollection
  Iterable: JavaCollection
  List: JavaList
  Map: JavaMap
  Entry: JavaEntry
  'Object[]': JavaArray
  'Object[]?': JavaArray | null
  'CharSequence[]': JavaArray
  'Entry[]': JavaArray
  'char[]': JavaArray
  'byte[]': JavaArray
  'int[]': JavaArray
  /** A type of which a template never gets hold: only null can be passed. */
  Comparator: null
  Locale: null
  Charset: null
  StringBuffer: null
  Function: null
  MathContext: null
  RoundingMode: null
  Random: null
  Appendable: null
  JSONStyle: null
}

export type TypeName = keyof ParameterTypes

export interface ParameterType {
  /** Without the "?". */
  readonly name: string
  /** The class that Velocity remembers a method by: "Integer" both for int and for Integer. */
  readonly wrapper: string
  readonly isPrimitive: boolean
  /** The type of the elements of an array, which takes single values at the end of a call as well. */
  readonly component: ParameterType | null
  readonly className: string
  /** Whether Velocity passes this value, which is not null. */
  accepts(value: Exclude<JavaValue, null>): boolean
  /** The value as the method takes it. */
  convert(value: JavaValue): unknown
}

type Converter = (value: Exclude<JavaValue, null>) => unknown

/** A JavaScript value by the simple name of its class: "Integer", "ArrayList". */
export function simpleClassOf(value: JavaValue): string {
  if (value === null) return 'Object'
  switch (typeof value) {
    case 'string':
      return 'String'
    case 'number':
      return 'Integer'
    case 'boolean':
      return 'Boolean'
    default:
      return value.className.startsWith('java.')
        ? value.className.slice(value.className.lastIndexOf('.') + 1)
        : value.className
  }
}

const identity: Converter = (value) => value
const toNumber: Converter = (value) => (typeof value === 'number' ? value : doubleValue(value as JavaNumber))
const toInt: Converter = (value) => (typeof value === 'number' ? value : intValue(value as JavaNumber))
const toLong: Converter = (value) => longValue(value as number | JavaNumber)
const toUnit: Converter = (value) => (value as JavaChar).value
const toOwnValue: Converter = (value) => (value as JavaNumber).value

function isIntegral(value: JavaValue): boolean {
  return typeof value === 'number' || value instanceof JavaShort || value instanceof JavaByte
}

function isLongOrLess(value: JavaValue): boolean {
  return isIntegral(value) || value instanceof JavaLong
}

const isString = (value: JavaValue): boolean => typeof value === 'string'
const isCollection = (value: JavaValue): boolean => value instanceof JavaList || value instanceof JavaMapView
const isNothing = (): boolean => false

const isInstance = {
  Object: () => true,
  String: isString,
  CharSequence: isString,
  Integer: (value: JavaValue) => typeof value === 'number',
  Short: (value: JavaValue) => value instanceof JavaShort,
  Byte: (value: JavaValue) => value instanceof JavaByte,
  Long: (value: JavaValue) => value instanceof JavaLong,
  Float: (value: JavaValue) => value instanceof JavaFloat,
  Double: (value: JavaValue) => value instanceof JavaDouble,
  Boolean: (value: JavaValue) => typeof value === 'boolean',
  Character: (value: JavaValue) => value instanceof JavaChar,
  BigInteger: (value: JavaValue) => value instanceof JavaBigInteger,
  BigDecimal: (value: JavaValue) => value instanceof JavaBigDecimal,
  Collection: isCollection,
  Iterable: isCollection,
  List: (value: JavaValue) => value instanceof JavaList,
  Map: (value: JavaValue) => value instanceof JavaMap,
  Entry: (value: JavaValue) => value instanceof JavaEntry,
}

interface Primitive {
  readonly wrapper: string
  readonly accepts: (value: JavaValue) => boolean
  readonly convert: Converter
}

/** Source: Velocity 1.7, IntrospectionUtils.isMethodInvocationConvertible: what widens in Java widens here. */
const PRIMITIVES: ReadonlyMap<string, Primitive> = new Map<string, Primitive>([
  ['int', { wrapper: 'Integer', accepts: isIntegral, convert: toInt }],
  ['long', { wrapper: 'Long', accepts: isLongOrLess, convert: toLong }],
  [
    'double',
    {
      wrapper: 'Double',
      accepts: (value) => value instanceof JavaDouble || value instanceof JavaFloat || isLongOrLess(value),
      convert: toNumber,
    },
  ],
  [
    'float',
    {
      wrapper: 'Float',
      accepts: (value) => value instanceof JavaFloat || isLongOrLess(value),
      convert: (value) => Math.fround(doubleValue(value as number | JavaNumber)),
    },
  ],
  [
    'short',
    { wrapper: 'Short', accepts: (value) => value instanceof JavaShort || value instanceof JavaByte, convert: toInt },
  ],
  ['byte', { wrapper: 'Byte', accepts: isInstance.Byte, convert: toInt }],
  ['boolean', { wrapper: 'Boolean', accepts: isInstance.Boolean, convert: identity }],
  ['char', { wrapper: 'Character', accepts: isInstance.Character, convert: toUnit }],
])

const CONVERTERS: ReadonlyMap<string, Converter> = new Map<string, Converter>([
  ['Character', toUnit],
  ['Long', toOwnValue],
  ['Float', toOwnValue],
  ['Double', toOwnValue],
  ['Short', toOwnValue],
  ['Byte', toOwnValue],
  ['BigInteger', toOwnValue],
])

const ARRAY_CODES: Readonly<Record<string, string>> = {
  char: '[C',
  byte: '[B',
  int: '[I',
  CharSequence: '[Ljava.lang.CharSequence;',
  Object: '[Ljava.lang.Object;',
  String: '[Ljava.lang.String;',
  Entry: '[Ljava.util.Map$Entry;',
}

/** As in `int`, `String?` or `Object[]`. */
export function parameterType(spelling: string): ParameterType {
  const isNullable = spelling.endsWith('?') || spelling === 'Object'
  const name = spelling.endsWith('?') ? spelling.slice(0, -1) : spelling
  if (name.endsWith('[]')) return arrayType(name.slice(0, -2), isNullable)
  const primitive = PRIMITIVES.get(name)
  if (primitive !== undefined) {
    return { ...referenceType(name, false, primitive.convert), ...primitive, isPrimitive: true }
  }
  const accepts = Object.hasOwn(isInstance, name) ? isInstance[name as keyof typeof isInstance] : isNothing
  // Of the unreachable types nothing but null is ever passed, and their methods say what they make of it.
  return { ...referenceType(name, isNullable || accepts === isNothing, CONVERTERS.get(name) ?? identity), accepts }
}

function referenceType(name: string, isNullable: boolean, convert: Converter): ParameterType {
  return {
    name,
    wrapper: name,
    isPrimitive: false,
    component: null,
    className: name,
    accepts: isNothing,
    convert: (value) => {
      if (value !== null) return convert(value)
      if (!isNullable) throw nullPointer()
      return null
    },
  }
}

function arrayType(componentName: string, isNullable: boolean): ParameterType {
  const component = parameterType(componentName)
  const className = ARRAY_CODES[componentName] ?? `[L${componentName};`
  const accepts = (value: JavaValue): boolean => {
    if (!(value instanceof JavaArray)) return false
    // An array of any class of objects is an array of Objects; one of Strings is one of CharSequences.
    if (componentName === 'Object') return value.className.startsWith('[L')
    return (
      value.className === className || (componentName === 'CharSequence' && value.className === ARRAY_CODES['String'])
    )
  }
  const name = `${componentName}[]`
  return { ...referenceType(name, isNullable, identity), wrapper: className, className, component, accepts }
}

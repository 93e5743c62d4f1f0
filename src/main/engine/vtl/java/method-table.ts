import { JavaArray } from './java-array'
import { illegalArgument } from './java-errors'
import { parameterType, simpleClassOf, type ParameterType, type ParameterTypes } from './parameter-type'
import type { JavaValue } from './java-value'

/** One Java method. */
export interface Overload {
  readonly parameters: readonly ParameterType[]
  readonly invoke: (target: never, ...args: never) => JavaValue
}

/** The public methods of a class by name. */
export type MethodTable = ReadonlyMap<string, readonly Overload[]>

type TypeOf<Name extends string> = Name extends keyof ParameterTypes ? ParameterTypes[Name] : never

type TypesOf<List extends string> = List extends ''
  ? []
  : List extends `${infer First},${infer Rest}`
    ? [TypeOf<First>, ...TypesOf<Rest>]
    : [TypeOf<List>]

type ArgumentsOf<Signature> = Signature extends `${string}(${infer List})` ? TypesOf<List> : never

/**
 * Declare methods of a Java class by their signatures, as in `'substring(int,int)': (text, from, to) => ...`. The types of the arguments
 * follow from the signature; a void method gives "". An array at the end takes any number of values.
 */
export function methodsOf<Target>() {
  return <Signature extends string>(methods: {
    readonly [S in Signature]: (target: Target, ...args: ArgumentsOf<S>) => JavaValue
  }): MethodTable => {
    const table = new Map<string, Overload[]>()
    for (const signature of Object.keys(methods) as Signature[]) {
      const open = signature.indexOf('(')
      const name = signature.slice(0, open)
      const list = signature.slice(open + 1, -1)
      const parameters = list === '' ? [] : list.split(',').map(parameterType)
      const invoke: Overload['invoke'] = methods[signature]
      table.set(name, [...(table.get(name) ?? []), { parameters, invoke }])
    }
    return table
  }
}

/** The methods of a class and of its superclasses, nearest first: what comes first hides what has the same parameters. */
export function inherit(...tables: readonly MethodTable[]): MethodTable {
  const all = new Map<string, Overload[]>()
  for (const table of tables) {
    for (const [name, overloads] of table) {
      const known = all.get(name) ?? []
      all.set(name, [...known, ...overloads.filter((one) => !known.some((other) => haveSameParameters(one, other)))])
    }
  }
  return all
}

/** Velocity does not tell `int` from `Integer` here. */
function haveSameParameters(one: Overload, other: Overload): boolean {
  return (
    one.parameters.length === other.parameters.length &&
    one.parameters.every((parameter, index) => parameter.wrapper === other.parameters[index]?.wrapper)
  )
}

/** Call a method that was found for these arguments. Errors: IllegalArgumentException for arguments of a method that takes none. */
export function invokeOverload(overload: Overload, target: unknown, args: readonly JavaValue[]): JavaValue {
  const { parameters } = overload
  const invoke = overload.invoke as (target: unknown, ...args: unknown[]) => JavaValue
  const last = parameters[parameters.length - 1]
  if (last === undefined) {
    if (args.length > 0) throw illegalArgument('wrong number of arguments')
    return invoke(target)
  }
  if (last.component !== null) return invoke(target, ...withArrayAtEnd(parameters, last, args))
  const first = parameters[0]!.convert(args[0]!)
  if (parameters.length === 1) return invoke(target, first)
  if (parameters.length === 2) return invoke(target, first, parameters[1]!.convert(args[1]!))
  return invoke(target, ...parameters.map((parameter, index) => parameter.convert(args[index]!)))
}

/** Source: Velocity 1.7, UberspectImpl.VelMethodImpl.handleVarArg. */
function withArrayAtEnd(
  parameters: readonly ParameterType[],
  last: ParameterType,
  args: readonly JavaValue[],
): unknown[] {
  const at = parameters.length - 1
  const fixed = parameters.slice(0, at).map((parameter, index) => parameter.convert(args[index] ?? null))
  const rest = args.slice(at)
  const [only] = rest
  const isAlreadyArray = rest.length === 1 && (only === null || only instanceof JavaArray)
  if (isAlreadyArray) return [...fixed, last.convert(only ?? null)]
  return [...fixed, new JavaArray(rest, last.className)]
}

/**
 * The method that Velocity calls with these arguments, or undefined: none takes them, or several do and none is nearer than the others.
 * Source: Velocity 1.7, ClassMap.MethodCache and MethodMap.
 */
export function findOverload(overloads: readonly Overload[], args: readonly JavaValue[]): Overload | undefined {
  if (args.length === 0) {
    for (const overload of overloads) if (overload.parameters.length === 0) return overload
  }
  if (overloads.length === 1) return isApplicable(overloads[0]!, args) ? overloads[0] : undefined
  for (const overload of overloads) if (isExact(overload, args)) return overload
  return bestMatch(overloads, args)
}

function isExact({ parameters }: Overload, args: readonly JavaValue[]): boolean {
  if (parameters.length !== args.length) return false
  for (let index = 0; index < args.length; index++) {
    if (parameters[index]!.wrapper !== simpleClassOf(args[index]!)) return false
  }
  return true
}

function takes(parameter: ParameterType, value: JavaValue): boolean {
  return value === null ? !parameter.isPrimitive : parameter.accepts(value)
}

function isApplicable({ parameters }: Overload, args: readonly JavaValue[]): boolean {
  // Velocity takes a method without parameters for anything, and Java refuses the arguments then.
  if (parameters.length === 0) return true
  const missing = parameters.length - args.length
  const component = parameters[parameters.length - 1]?.component ?? null
  if (missing > 1 || (missing !== 0 && component === null)) return false
  if (missing === 1) return args.every((arg, index) => takes(parameters[index]!, arg))
  if (missing === 0) return takesEach(parameters, args)
  const fixed = parameters.length - 1
  return args.every((arg, index) => takes(index < fixed ? parameters[index]! : component!, arg))
}

/** A single value may stand for the array at the end. */
function takesEach(parameters: readonly ParameterType[], args: readonly JavaValue[]): boolean {
  for (let index = 0; index < args.length; index++) {
    const parameter = parameters[index]!
    if (takes(parameter, args[index]!)) continue
    const isSingle = index === args.length - 1 && !(args[index] instanceof JavaArray)
    return isSingle && parameter.component !== null && takes(parameter.component, args[index]!)
  }
  return true
}

function bestMatch(overloads: readonly Overload[], args: readonly JavaValue[]): Overload | undefined {
  let best: Overload | undefined
  let rivals: Overload[] = []
  for (const overload of overloads) {
    if (!isApplicable(overload, args)) continue
    const order = best === undefined ? 'nearer' : compareOverloads(overload, best)
    if (order === 'neither') rivals.push(overload)
    if (order !== 'nearer') continue
    if (rivals.length === 0) {
      best = overload
    } else if (rivals.some((rival) => compareOverloads(overload, rival) === 'nearer')) {
      best = overload
      rivals = []
    }
  }
  return rivals.length > 0 ? undefined : best
}

type Order = 'nearer' | 'farther' | 'neither'

function compareOverloads(one: Overload, other: Overload): Order {
  const a = one.parameters
  const b = other.parameters
  if (a.length !== b.length) return a.length > b.length ? 'nearer' : 'farther'
  let isNearer = false
  let isFarther = false
  for (let index = 0; index < a.length; index++) {
    const left = a[index]!
    const right = b[index]!
    if (left.name === right.name) continue
    const isLast = index === a.length - 1
    isNearer ||= right.name === 'Object' || widens(left, right, isLast)
    isFarther ||= left.name === 'Object' || widens(right, left, isLast)
  }
  if (isNearer === isFarther) return isNearer ? compareEnds(a, b) : 'neither'
  return isNearer ? 'nearer' : 'farther'
}

/** A single value is nearer than an array of them. */
function compareEnds(a: readonly ParameterType[], b: readonly ParameterType[]): Order {
  const isArray = a[a.length - 1]?.component !== null
  const isOtherArray = b[b.length - 1]?.component !== null
  if (isArray === isOtherArray) return 'neither'
  return isArray ? 'farther' : 'nearer'
}

const WIDER: Readonly<Record<string, readonly string[]>> = {
  byte: ['short', 'int', 'long', 'float', 'double'],
  short: ['int', 'long', 'float', 'double'],
  int: ['long', 'float', 'double'],
  long: ['float', 'double'],
  float: ['double'],
  String: ['CharSequence', 'Object'],
  StringBuffer: ['CharSequence', 'Object'],
  List: ['Collection', 'Iterable', 'Object'],
  Collection: ['Iterable', 'Object'],
  'CharSequence[]': ['Object[]', 'Object'],
  'Entry[]': ['Object[]', 'Object'],
}

/** Whether a value of the narrow type can be passed where the wide one is asked for, without conversion of classes. */
function widens(narrow: ParameterType, wide: ParameterType, isLast: boolean): boolean {
  if (wide.name === 'Object') return !narrow.isPrimitive
  if (WIDER[narrow.name]?.includes(wide.name)) return true
  if (!isLast || wide.component === null) return false
  const element = narrow.component ?? narrow
  return element.name === wide.component.name || widens(element, wide.component, false)
}

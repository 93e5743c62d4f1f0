import { encodeBase64 } from '../../engine/vtl/java/text/base64'
import { encodeUtf8 } from '../../engine/vtl/java/text/utf8'
import { isRecord } from '../json-place'
import { cidrBlocks } from './cidr-blocks'
import { holdsFunction, scalarText } from './template-function'
import { mayMakeText, type WorkLimit } from './work-limit'

/** `value`: the answer. `problem`: what the function would need, for "... needs a list". null: it waits for what a deployment says. */
export type Computed = { readonly value: unknown } | { readonly problem: string } | null

interface Surroundings {
  readonly region: string
  readonly limit: WorkLimit
}

type Compute = (argument: unknown, around: Surroundings) => Computed

const COMPUTE: { readonly [name: string]: Compute } = {
  'Fn::Join': join,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Base64': base64,
  'Fn::Cidr': cidr,
  'Fn::GetAZs': zones,
  'Fn::Length': length,
  'Fn::ToJsonString': jsonText,
}

export function isComputed(name: string): boolean {
  return Object.hasOwn(COMPUTE, name)
}

/** The answer of a function that only needs its arguments, which are evaluated before. `name` is one that `isComputed` knows. */
export function computeFunction(name: string, argument: unknown, around: Surroundings): Computed {
  const compute = Object.hasOwn(COMPUTE, name) ? COMPUTE[name] : undefined
  const computed = compute?.(argument, around) ?? null
  return computed && 'problem' in computed && holdsFunction(argument) ? null : computed
}

const TOO_LONG: Computed = { problem: 'shorter texts: this one would be too long to be read' }

/** A list is unfinished when one of its members is a function; what it is once deployed, nobody knows. */
function join(argument: unknown, { limit }: Surroundings): Computed {
  const problem = { problem: 'a separator and a list of texts' }
  if (!Array.isArray(argument) || argument.length !== 2) return problem
  const [separator, parts]: readonly unknown[] = argument
  if (typeof separator !== 'string' || !Array.isArray(parts)) return problem
  const texts = parts.map((part) => scalarText(part))
  if (!texts.every((text) => text !== undefined)) return problem
  const length = texts.reduce((sum, text) => sum + text.length + separator.length, 0)
  return mayMakeText(limit, length) ? { value: texts.join(separator) } : TOO_LONG
}

function select(argument: unknown): Computed {
  const problem = { problem: 'an index and a list that is long enough' }
  if (!Array.isArray(argument) || argument.length !== 2) return problem
  const [index, list]: readonly unknown[] = argument
  const at = Number(scalarText(index) ?? Number.NaN)
  if (!Number.isInteger(at) || !Array.isArray(list)) return problem
  const value: unknown = list[at]
  return value === undefined ? problem : { value }
}

function split(argument: unknown, { limit }: Surroundings): Computed {
  const problem = { problem: 'a separator and a text' }
  if (!Array.isArray(argument) || argument.length !== 2) return problem
  const [separator, text]: readonly unknown[] = argument
  const written = scalarText(text)
  if (typeof separator !== 'string' || separator === '' || written === undefined) return problem
  return mayMakeText(limit, written.length) ? { value: written.split(separator) } : TOO_LONG
}

function base64(argument: unknown, { limit }: Surroundings): Computed {
  const text = scalarText(argument)
  if (text === undefined) return { problem: 'a text' }
  return mayMakeText(limit, text.length * 2) ? { value: encodeBase64(encodeUtf8(text)) } : TOO_LONG
}

function cidr(argument: unknown): Computed {
  const problem = { problem: 'an IPv4 block, how many blocks to make of it, and the bits of each' }
  if (!Array.isArray(argument)) return problem
  const [block, count, bits]: readonly unknown[] = argument
  const text = scalarText(block)
  const blocks = text === undefined ? null : cidrBlocks(text, Number(scalarText(count)), Number(scalarText(bits) ?? 8))
  return blocks ? { value: blocks } : problem
}

/** Three zones: what an account has in its Region, only a deployment says. */
function zones(argument: unknown, { region }: Surroundings): Computed {
  const name = argument === null ? '' : scalarText(argument)
  if (name === undefined) return { problem: 'the name of a Region' }
  return { value: ['a', 'b', 'c'].map((zone) => `${name === '' ? region : name}${zone}`) }
}

function length(argument: unknown): Computed {
  return Array.isArray(argument) ? { value: argument.length } : { problem: 'a list' }
}

function jsonText(argument: unknown, { limit }: Surroundings): Computed {
  if (!isRecord(argument) && !Array.isArray(argument)) return { problem: 'an object or a list' }
  if (holdsFunction(argument)) return null
  const value = JSON.stringify(argument)
  return mayMakeText(limit, value.length) ? { value } : TOO_LONG
}

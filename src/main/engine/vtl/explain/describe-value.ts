import type { TemplateValue } from '@shared/contract/template'
import { JavaArray } from '../java/java-array'
import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import { HostObject } from '../java/host-object'
import type { JavaValue } from '../java/java-value'
import { toJavaString } from '../java/to-java-string'
import { BlockReference } from '../run/block-reference'
import { ForeachScope } from '../run/foreach-scope'

/** Longer texts are cut. */
const TEXT_LIMIT = 200

/** A value, short enough to show. Never prints a whole payload: the work is bounded by what is shown. */
export function describeValue(value: JavaValue): TemplateValue {
  if (value === null) return { type: 'missing', text: '' }
  const text = preview(value, TEXT_LIMIT)
  const size = sizeOf(value)
  return size === undefined ? { type: typeOf(value), text } : { type: typeOf(value), size, text }
}

function typeOf(value: Exclude<JavaValue, null>): string {
  if (typeof value === 'string') return 'String'
  if (typeof value === 'number') return 'Integer'
  if (typeof value === 'boolean') return 'Boolean'
  if (value instanceof ForeachScope) return 'Loop'
  if (value instanceof JavaMap) return 'Map'
  if (value instanceof JavaList) return 'List'
  if (value instanceof JavaArray) return 'Array'
  if (value instanceof BlockReference) return 'Block'
  if (value instanceof HostObject) return 'Object'
  return value.className.slice(value.className.lastIndexOf('.') + 1)
}

function sizeOf(value: Exclude<JavaValue, null>): number | undefined {
  if (typeof value === 'string') return value.length
  if (value instanceof JavaMap) return value.size
  return value instanceof JavaList || value instanceof JavaArray ? value.items.length : undefined
}

function preview(value: JavaValue, room: number): string {
  if (value === null) return 'null'
  if (value instanceof JavaMap) return enclosed('{', pairs(value), '}', room)
  if (value instanceof JavaList || value instanceof JavaArray) return enclosed('[', items(value.items), ']', room)
  if (value instanceof BlockReference) return 'the text of #define'
  if (value instanceof HostObject) return value.className
  return cut(toJavaString(value), room)
}

type Piece = (room: number) => string

function* pairs(map: JavaMap): Generator<Piece> {
  for (const key of map.keys()) {
    yield (room) => {
      const name = preview(key, room)
      return `${name}=${preview(map.get(key), room - name.length)}`
    }
  }
}

function* items(values: readonly JavaValue[]): Generator<Piece> {
  for (const value of values) yield (room) => preview(value, room)
}

function enclosed(open: string, pieces: Iterable<Piece>, close: string, room: number): string {
  let text = open
  let isFirst = true
  for (const piece of pieces) {
    if (text.length >= room) return `${text}, …${close}`
    text += `${isFirst ? '' : ', '}${piece(room - text.length)}`
    isFirst = false
  }
  return text + close
}

function cut(text: string, room: number): string {
  return text.length > Math.max(room, 1) ? `${text.slice(0, Math.max(room, 1))}…` : text
}

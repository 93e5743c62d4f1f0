import type { HostObject } from './host-object'
import type { JavaValue } from './java-value'
import type { MethodTable } from './method-table'
import { BIG_DECIMAL_METHODS } from './methods/big-decimal-methods'
import { BIG_INTEGER_METHODS } from './methods/big-integer-methods'
import { BOOLEAN_METHODS } from './methods/boolean-methods'
import { CHARACTER_METHODS } from './methods/character-methods'
import { CLASS_METHODS } from './methods/class-methods'
import { ENTRY_METHODS } from './methods/entry-methods'
import { DOUBLE_METHODS, FLOAT_METHODS } from './methods/floating-methods'
import { INTEGER_METHODS } from './methods/integer-methods'
import { ITERATOR_METHODS, LIST_ITERATOR_METHODS } from './methods/iterator-methods'
import { ARRAY_LIST_METHODS, JSON_ARRAY_METHODS, LIST_METHODS } from './methods/list-methods'
import { LONG_METHODS } from './methods/long-methods'
import { MAP_METHODS } from './methods/map-methods'
import { BYTE_METHODS, SHORT_METHODS } from './methods/small-number-methods'
import { STRING_METHODS } from './methods/string-methods'
import { VIEW_METHODS } from './methods/view-methods'
import { OBJECT_METHODS } from './object-methods'

const BY_CLASS: ReadonlyMap<string, MethodTable> = new Map<string, MethodTable>([
  ['java.lang.Byte', BYTE_METHODS],
  ['java.lang.Character', CHARACTER_METHODS],
  ['java.lang.Class', CLASS_METHODS],
  ['java.lang.Double', DOUBLE_METHODS],
  ['java.lang.Float', FLOAT_METHODS],
  ['java.lang.Long', LONG_METHODS],
  ['java.lang.Short', SHORT_METHODS],
  ['java.math.BigDecimal', BIG_DECIMAL_METHODS],
  ['java.math.BigInteger', BIG_INTEGER_METHODS],
  ['java.util.AbstractList$Itr', ITERATOR_METHODS],
  ['java.util.AbstractList$ListItr', LIST_ITERATOR_METHODS],
  ['java.util.AbstractList$SubList', LIST_METHODS],
  ['java.util.ArrayList', ARRAY_LIST_METHODS],
  ['java.util.ArrayList$Itr', ITERATOR_METHODS],
  ['java.util.ArrayList$ListItr', LIST_ITERATOR_METHODS],
  ['java.util.ArrayList$SubList', LIST_METHODS],
  ['java.util.ArrayList$SubList$1', LIST_ITERATOR_METHODS],
  ['java.util.Arrays$ArrayList', LIST_METHODS],
  ['java.util.ImmutableCollections$List12', LIST_METHODS],
  ['java.util.ImmutableCollections$ListItr', LIST_ITERATOR_METHODS],
  ['java.util.ImmutableCollections$ListN', LIST_METHODS],
  ['java.util.KeyValueHolder', ENTRY_METHODS],
  ['java.util.LinkedHashMap', MAP_METHODS],
  ['java.util.LinkedHashMap$Entry', ENTRY_METHODS],
  ['java.util.LinkedHashMap$LinkedEntryIterator', ITERATOR_METHODS],
  ['java.util.LinkedHashMap$LinkedEntrySet', VIEW_METHODS],
  ['java.util.LinkedHashMap$LinkedKeyIterator', ITERATOR_METHODS],
  ['java.util.LinkedHashMap$LinkedKeySet', VIEW_METHODS],
  ['java.util.LinkedHashMap$LinkedValueIterator', ITERATOR_METHODS],
  ['java.util.LinkedHashMap$LinkedValues', VIEW_METHODS],
  ['net.minidev.json.JSONArray', JSON_ARRAY_METHODS],
  ['org.apache.velocity.util.ArrayListWrapper', LIST_METHODS],
])

/** The public methods of a value's class; of a `HostObject` only those of `java.lang.Object`, its own are in itself. */
export function methodsOfValue(value: Exclude<JavaValue, null | HostObject>): MethodTable {
  switch (typeof value) {
    case 'string':
      return STRING_METHODS
    case 'number':
      return INTEGER_METHODS
    case 'boolean':
      return BOOLEAN_METHODS
    default:
      return BY_CLASS.get(value.className) ?? OBJECT_METHODS
  }
}

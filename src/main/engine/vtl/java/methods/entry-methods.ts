import { JavaEntry } from '../java-entry'
import { inherit, methodsOf } from '../method-table'
import { OBJECT_METHODS } from '../object-methods'

/** The public methods of `java.util.Map.Entry`; those that give comparators are missing. */
export const ENTRY_METHODS = inherit(
  methodsOf<JavaEntry>()({
    'copyOf(Entry)': (_, entry) => new JavaEntry(entry.key, entry.value, null),
    'getKey()': (entry) => entry.key,
    'getValue()': (entry) => entry.value,
    'setValue(Object)': (entry, value) => entry.setValue(value),
  }),
  OBJECT_METHODS,
)

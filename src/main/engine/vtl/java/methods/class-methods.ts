import type { JavaClass } from '../java-class'
import { inherit, methodsOf } from '../method-table'
import { OBJECT_METHODS } from '../object-methods'

const PRIMITIVE_ARRAYS: Readonly<Record<string, string>> = { '[C': 'char', '[B': 'byte', '[I': 'int' }

/** "String[]" for "[Ljava.lang.String;", "Entry" for "java.util.LinkedHashMap$Entry". */
function simpleName(name: string): string {
  if (!name.startsWith('[')) return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1)
  const element = PRIMITIVE_ARRAYS[name] ?? simpleName(name.slice(2, -1))
  return `${element}[]`
}

/**
 * What a template may ask of a `java.lang.Class`.
 * Departure: Java has far more, among it ways to other classes; nothing here leads anywhere.
 */
export const CLASS_METHODS = inherit(
  methodsOf<JavaClass>()({
    'getName()': (target) => target.name,
    'getSimpleName()': (target) => simpleName(target.name),
  }),
  OBJECT_METHODS,
)

import { classNameOf } from '../class-name'
import { classCast, nullPointer } from '../java-errors'
import { hashCode } from '../hash-code'
import { inherit, methodsOf } from '../method-table'
import { OBJECT_METHODS } from '../object-methods'

function isTrue(text: string | null): boolean {
  return text !== null && text.toLowerCase() === 'true'
}

/** The public methods of `java.lang.Boolean` in JDK 17. */
export const BOOLEAN_METHODS = inherit(
  methodsOf<boolean>()({
    'booleanValue()': (value) => value,
    'compare(boolean,boolean)': (_, a, b) => Number(a) - Number(b),
    'compareTo(Boolean)': (value, other) => Number(value) - Number(other),
    'compareTo(Object)': (_, other) => {
      throw other === null ? nullPointer() : classCast(classNameOf(other), 'java.lang.Boolean')
    },
    // No system property is to be seen.
    'getBoolean(String?)': () => false,
    'hashCode(boolean)': (_, value) => hashCode(value),
    'logicalAnd(boolean,boolean)': (_, a, b) => a && b,
    'logicalOr(boolean,boolean)': (_, a, b) => a || b,
    'logicalXor(boolean,boolean)': (_, a, b) => a !== b,
    'parseBoolean(String?)': (_, text) => isTrue(text),
    'toString(boolean)': (_, value) => String(value),
    'valueOf(String?)': (_, text) => isTrue(text),
    'valueOf(boolean)': (_, value) => value,
  }),
  OBJECT_METHODS,
)

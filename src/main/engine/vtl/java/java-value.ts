/**
 * A value as a template sees it. API Gateway runs templates on the JVM, so what prints, compares and converts are Java's values:
 * null, Boolean and String are JavaScript's own, a `number` is always an `Integer` (32 bits), everything else is a `JavaObject`.
 */
export type JavaValue = null | boolean | string | number | JavaObject

/** Any Java object without a JavaScript twin. */
export abstract class JavaObject {
  /** As `getClass().getName()` gives it, "java.util.LinkedHashMap". */
  abstract readonly className: string
}

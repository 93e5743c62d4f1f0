import { JavaObject, type JavaValue } from './java-value'

/** `net.minidev.json.JSONArray` prints as JSON, every other list as `[a, b]`. */
export type ListClass =
  'net.minidev.json.JSONArray' | 'java.util.ArrayList' | 'java.util.ArrayList$SubList' | 'java.util.Arrays$ArrayList'

/** A `java.util.List`. */
export class JavaList extends JavaObject {
  constructor(
    readonly items: JavaValue[],
    override readonly className: ListClass = 'java.util.ArrayList',
  ) {
    super()
  }
}

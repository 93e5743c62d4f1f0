import { JavaObject } from './java-value'

/** A `java.lang.Class`, as `getClass()` gives it. Templates can ask it for its names and for nothing else. */
export class JavaClass extends JavaObject {
  override readonly className = 'java.lang.Class'

  /** `name` as in "java.util.LinkedHashMap" or "[Ljava.lang.String;". */
  constructor(readonly name: string) {
    super()
  }
}

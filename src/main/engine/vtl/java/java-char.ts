import { JavaObject } from './java-value'

/** A `java.lang.Character`: one UTF-16 unit. */
export class JavaChar extends JavaObject {
  override readonly className = 'java.lang.Character'
  constructor(readonly value: string) {
    super()
  }
}

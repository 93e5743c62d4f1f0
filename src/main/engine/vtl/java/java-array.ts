import { JavaObject, type JavaValue } from './java-value'

/** A Java array, as `split` and `toCharArray` give it. */
export class JavaArray extends JavaObject {
  override readonly className: string
  /** `componentCode` as class files write it: "[C" for char[], "[Ljava.lang.String;" for String[], "[Ljava.lang.Object;". */
  constructor(
    readonly items: JavaValue[],
    className: string,
  ) {
    super()
    this.className = className
  }
}

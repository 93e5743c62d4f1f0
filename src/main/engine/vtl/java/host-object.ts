import { JavaObject, type JavaValue } from './java-value'

/** A method that a template can call. `undefined` means that no overload takes these arguments; a void method returns "". */
export type HostMethod = (...args: readonly JavaValue[]) => JavaValue | undefined

/** An object that API Gateway puts into the template's context, as `$input` and `$util`. It has methods and, for `$input.body`, properties. */
export class HostObject extends JavaObject {
  constructor(
    override readonly className: string,
    readonly methods: Readonly<Record<string, HostMethod>>,
    readonly properties: Readonly<Record<string, () => JavaValue>> = {},
  ) {
    super()
  }
}

import type { CompiledTemplate } from '../vtl/compile/compiled-template'
import { compileTemplate } from '../vtl/compile-template'

/** Templates of one design, each compiled when it first runs. Its size is that of the design. */
export class TemplateCache {
  private readonly compiled = new Map<string, CompiledTemplate>()

  get(source: string): CompiledTemplate {
    const known = this.compiled.get(source)
    if (known !== undefined) return known
    const compiled = compileTemplate(source)
    this.compiled.set(source, compiled)
    return compiled
  }
}

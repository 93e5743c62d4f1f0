import { JavaObject } from '../java/java-value'
import type { MacroScope } from './macro-scope'
import type { RenderState } from './render-state'
import { StopSignal } from './stop-signal'

/** What `#define` gives to its variable and a block macro to `$bodyContent`: rendered each time it is printed. Source: Velocity 1.7, Block.Reference. */
export class BlockReference extends JavaObject {
  override readonly className = 'org.apache.velocity.runtime.directive.Block$Reference'
  #depth = 0

  constructor(
    readonly run: (state: RenderState) => void,
    readonly definedIn: MacroScope | null,
    readonly depthLimit: number,
  ) {
    super()
  }

  /** Write the block. False when it is being written inside of itself too often; then nothing was written. */
  render(state: RenderState): boolean {
    if (this.#depth >= this.depthLimit) return false
    this.#depth++
    try {
      this.run(state)
    } catch (error) {
      if (!(error instanceof StopSignal && error.endsBlock())) throw error
    } finally {
      this.#depth--
    }
    return true
  }

  /** The block as a string, made where it was defined; null when it is being written inside of itself too often. */
  text(state: RenderState): string | null {
    const { macro } = state
    state.macro = this.definedIn
    try {
      let isWritten = false
      const text = state.capture(() => {
        isWritten = this.render(state)
      })
      return isWritten ? text : null
    } finally {
      state.macro = macro
    }
  }
}

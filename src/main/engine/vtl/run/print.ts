import type { JavaValue } from '../java/java-value'
import { toJavaString } from '../java/to-java-string'
import { BlockReference } from './block-reference'
import type { RenderState } from './render-state'

/** The value as text; null for a block that is being written inside of itself too often. */
export function print(state: RenderState, value: Exclude<JavaValue, null>): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return value instanceof BlockReference ? value.text(state) : toJavaString(value)
}

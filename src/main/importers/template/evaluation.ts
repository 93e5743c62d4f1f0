import type { Findings } from '../findings'
import type { ImportOptions } from '../import-options'
import type { PointerMap } from './pointer-map'
import type { Stack } from './stack'
import type { WorkLimit } from './work-limit'

/** What the evaluation of a template's values looks things up in. */
export interface Evaluation {
  /** Pointers are into the text. */
  readonly findings: Findings
  readonly options: ImportOptions
  readonly stack: Stack
  /** Texts and lists of texts, by the parameter's name. */
  readonly parameters: ReadonlyMap<string, ParameterValue>
  /** Takes the parameters that APIs are made with; null where nobody asks. */
  readonly used: Set<string> | null
  /** The section `Mappings` as it is written. */
  readonly mappings: unknown
  /** Whether a condition holds; `source` is the place that asks. */
  readonly isTrue: (condition: string, source: string) => boolean
  readonly pointers: PointerMap
  readonly limit: WorkLimit
  /** What the loops around stand at: identifier -> item. */
  readonly loops: ReadonlyMap<string, string>
  /** How many files include each other. */
  readonly includes: number
}

export type ParameterValue = string | number | readonly (string | number)[]

/** Where a value is read (`source`, in the text) and where it stands in the evaluated template (`target`). */
export interface Spot {
  readonly source: string
  readonly target: string
}

/** `AWS::NoValue`: the member or item is not there. */
export const NO_VALUE = Symbol('AWS::NoValue')

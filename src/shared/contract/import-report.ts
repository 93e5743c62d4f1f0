import type { Design } from '../design/design'
import type { Diagnostic } from '../diagnostic'

/** What came out of reading a document. `design` is null when it could not be read at all; the diagnostics then say why. */
export interface ImportReport {
  readonly fileName: string
  /** "OpenAPI 3.0", "Gatewright project". */
  readonly format: string
  readonly design: Design | null
  readonly diagnostics: readonly Diagnostic[]
  readonly carried: readonly ImportLine[]
  /** Parameters of a template, in its order; absent for other formats. */
  readonly parameters?: readonly ImportParameter[]
}

/** A parameter of a CloudFormation or SAM template and the value it was read with. */
export interface ImportParameter {
  readonly name: string
  /** "String", "Number", "AWS::SSM::Parameter::Value<String>" ... */
  readonly type: string
  readonly description?: string
  readonly allowedValues?: readonly string[]
  /** Lists are joined by commas. */
  readonly value: string
  /** `asked`: the template has no default, so a person must say; `value` is then made up. `given`: taken from `ImportOptions.parameters`. */
  readonly source: 'default' | 'given' | 'asked'
  /** `NoEcho`: shown as dots. */
  readonly isSecret?: boolean
}

/** One thing that was understood, in words: "POST /orders, AWS_PROXY". */
export interface ImportLine {
  readonly text: string
  readonly outcome: 'carried' | 'approximated' | 'kept' | 'dropped'
  readonly pointer: string
}

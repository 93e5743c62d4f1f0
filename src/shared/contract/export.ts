import type { ApiChange } from '../design/compare/design-comparison'
import type { Diagnostic } from '../diagnostic'

/** The formats that a design leaves in, in the order they are offered. */
export const DESIGN_FORMATS = ['openapi3', 'swagger2', 'cloudformation', 'sam', 'cdk', 'cli'] as const
export type DesignFormat = (typeof DESIGN_FORMATS)[number]

/** What to export, and how. */
export interface ExportRequest {
  readonly format: DesignFormat
  /** Ids of APIs; all of the design when absent. OpenAPI takes exactly one. */
  readonly apiIds?: readonly string[]
  /** Name of the only stage to export; all stages when absent. OpenAPI names it in the server's URL. */
  readonly stage?: string
  /** How objects are written out. YAML when absent; scripts and code have one form only. */
  readonly syntax?: 'yaml' | 'json'
  /** Of OpenAPI: with `x-amazon-apigateway-*` members. True when absent. */
  readonly hasExtensions?: boolean
  /** Of CloudFormation: REST and HTTP APIs as one OpenAPI `Body` instead of a resource for each part. False when absent. */
  readonly hasBody?: boolean
  /** Write the values of API keys, which are otherwise left for the service to make. False when absent. */
  readonly hasKeyValues?: boolean
  /** Write Gatewright's own members (`x-gatewright-handler`, `x-gatewright-backend` ...). True when absent. */
  readonly hasOwnMembers?: boolean
}

/** A design in another format. */
export interface ExportedDesign {
  /** The first is the one to look at. Names may have folders, as in "lib/orders-stack.ts"; only CDK has several files. */
  readonly files: readonly ExportedFile[]
  /**
   * What the format cannot hold, each with its pointer into the design. An error among them means that what is deployed does less than the
   * design.
   */
  readonly diagnostics: readonly Diagnostic[]
}

export interface ExportedFile {
  readonly name: string
  /** Ends with a line feed. */
  readonly text: string
}

/** An export before it is saved. */
export interface ExportPreview extends ExportedDesign {
  /** The files of the last export of this project in this format; null when there is none. */
  readonly last: { readonly at: string; readonly files: readonly ExportedFile[] } | null
  /** What changed in the design since then, as both read back. */
  readonly since: readonly ApiChange[]
  /** What the design loses when these files are imported again; null for what is not read back (CDK, clean OpenAPI, very long scripts). */
  readonly readBack: readonly ApiChange[] | null
}

/** One format, for the list of them. */
export interface FormatSummary {
  readonly format: DesignFormat
  /** "YAML, 41 resources", "TypeScript, one stack"; why it cannot be written when `errors` is not 0. */
  readonly what: string
  /** How many of the diagnostics are errors and warnings. */
  readonly errors: number
  readonly warnings: number
}

/** A JSON Schema (draft-04) that request and response bodies can be checked against. Source: service model, Model. */
export interface Model {
  readonly contentType: string
  readonly description?: string
  readonly schema: JsonSchema
}

/** A draft-04 schema document, kept as it was written. */
export type JsonSchema = Readonly<Record<string, unknown>>

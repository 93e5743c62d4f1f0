import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { ExportFindings } from './export-findings'

/** The notations that are written: OpenAPI 3.0.1 and Swagger 2.0. */
export type OpenApiVersion = 'openapi3' | 'swagger2'

/** What every part of an OpenAPI export needs. */
export interface OpenApiContext<A extends Api = Api> {
  readonly design: Design
  readonly api: A
  readonly version: OpenApiVersion
  /** With `x-amazon-apigateway-*`. */
  readonly hasExtensions: boolean
  /** With `x-gatewright-*`; never without extensions. */
  readonly hasOwnMembers: boolean
  /** Name of the stage that the document's address leads to; undefined when the API has none. */
  readonly stage: string | undefined
  readonly findings: ExportFindings
  /** Where the API stands in the design: "/apis/0". */
  readonly pointer: string
}

/** "Swagger 2.0" or "OpenAPI 3.0". */
export function versionName(version: OpenApiVersion): string {
  return version === 'swagger2' ? 'Swagger 2.0' : 'OpenAPI 3.0'
}

import type { ExportRequest } from '@shared/contract/export'
import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { TemplateObject, TemplateValue } from './template-document'
import type { TemplateParts } from './template-parts'

/** What every part of a template's export needs. */
export interface ExportContext {
  readonly design: Design
  readonly request: ExportRequest
  readonly parts: TemplateParts
  /** By the API's id in the design. */
  readonly apis: ReadonlyMap<string, ApiNames>
}

/** What an API and its stages are called in the template. */
export interface ApiNames {
  /** The logical id of the API, which all names of its parts begin with: "OrdersApi". */
  readonly id: string
  readonly ref: TemplateObject
  /** "/apis/0". */
  readonly pointer: string
  /** By stage name: the logical id of the stage's resource. */
  readonly stageIds: ReadonlyMap<string, string>
}

/** One API being exported. */
export interface ApiContext<A extends Api = Api> extends ExportContext {
  readonly api: A
  readonly names: ApiNames
}

/** The logical id of a part of an API: "OrdersApi" and "OrdersPostMethod". `identity` tells it from every other part of its kind. */
export function partId(
  { names, parts }: Pick<ApiContext, 'names' | 'parts'>,
  wanted: string,
  identity: string,
): string {
  return parts.idFor(`${names.id}${wanted}`, `${names.id} ${identity}`)
}

/** A reference to a stage of the design, by which its resource is made first; its name when the design has no such stage. */
export function stageRef(names: ApiNames, stageName: string): TemplateValue {
  const id = names.stageIds.get(stageName)
  return id === undefined ? stageName : { Ref: id }
}

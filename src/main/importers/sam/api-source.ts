import type { JsonRecord } from '../json-place'
import type { TemplateResource } from '../template/template'
import type { MutableRecord } from './mutable-json'

/** An AWS::Serverless::Api or HttpApi while the events of functions are added to it. */
export interface ApiSource {
  readonly logicalId: string
  /** "/Resources/MyApi"; of an implicit API, what stands for its first event. */
  readonly pointer: string
  /** `ServerlessRestApi` or `ServerlessHttpApi`, which SAM makes for events that name no API. */
  readonly isImplicit: boolean
  /** The resource as it stands in the text; absent for an implicit API. */
  readonly resource?: TemplateResource
  /** With Globals; events add tags and route settings to it. */
  properties: MutableRecord
  /** The OpenAPI document, while it grows; undefined when it lies in a file. */
  definition: MutableRecord | undefined
  /** SAM wrote the definition, so that events add their routes to it; else they do only as `MergeDefinitions` says. */
  readonly isManaged: boolean
}

export function propertyOf(source: { readonly properties: JsonRecord }, name: string): unknown {
  return Object.hasOwn(source.properties, name) ? (source.properties[name] ?? undefined) : undefined
}

/** The members of these names that an API has. */
export function picked<Name extends string>(
  source: { readonly properties: JsonRecord },
  names: readonly Name[],
): { [name in Name]?: unknown } {
  const entries = names.map((name) => [name, propertyOf(source, name)] as const)
  return Object.fromEntries(entries) as { [name in Name]?: unknown }
}

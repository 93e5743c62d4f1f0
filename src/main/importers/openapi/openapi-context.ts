import type { Findings } from '../findings'
import type { ImportOptions } from '../import-options'
import { membersAt, type Members } from '../members'
import type { Place } from '../json-place'
import type { Dialect } from './dialect'
import type { References } from './references'

/** What every part of an OpenAPI import needs. */
export interface OpenApiContext {
  readonly document: Members
  readonly dialect: Dialect
  readonly findings: Findings
  readonly references: References
  readonly options: ImportOptions
}

/** Opens an object, following its `$ref`; what is missing or no object is reported. */
export function resolvedMembers(context: OpenApiContext, place: Place, label: string): Members | undefined {
  const target = context.references.resolve(place)
  return target && membersAt(target, label, context.findings)
}

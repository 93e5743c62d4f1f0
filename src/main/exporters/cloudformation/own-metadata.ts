import type { ExportRequest } from '@shared/contract/export'
import type { ResourceDocument } from './template-document'

/** What plays an integration or authorizer on this computer. */
export interface LocalMembers {
  readonly handler?: string
  readonly backend?: string
  readonly fault?: string
}

/** The member `Metadata` of the resource that has the integration or authorizer; empty when there is nothing, or it is not wanted. */
export function ownMetadata(
  { hasOwnMembers }: ExportRequest,
  local: LocalMembers | undefined,
): Pick<ResourceDocument, 'Metadata'> {
  if (hasOwnMembers === false || local === undefined) return {}
  const { handler, backend, fault } = local
  const members = Object.entries({ handler, backend, fault }).flatMap(([name, value]) =>
    value === undefined ? [] : [[`x-gatewright-${name}`, value] as const],
  )
  return members.length === 0 ? {} : { Metadata: Object.fromEntries(members) }
}

import type { ServiceRecord } from '@shared/contract/services'

/** Whether a filter's words all occur in what was recorded, its body included. */
export function matchesRecord(record: ServiceRecord, filter: string): boolean {
  const { service, resource, action, summary, body, requestId } = record
  const text = `${service} ${resource} ${action} ${summary} ${requestId} ${body}`.toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

import { isRecord, type JsonRecord } from '../json-place'

/** SAM's map of tags as CloudFormation's list; a list stays as it is. */
export function tagList(tags: unknown): readonly unknown[] | undefined {
  if (Array.isArray(tags)) return tags as unknown[]
  return isRecord(tags) ? Object.entries(tags).map(([Key, Value]): JsonRecord => ({ Key, Value })) : undefined
}

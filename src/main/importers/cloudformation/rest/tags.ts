import { isRecord } from '../../json-place'
import { membersAt, type Members } from '../../members'

/** `Tags` as a list of { Key, Value }, or as the map that the newer types have; undefined when there are none. */
export function readTags(members: Members): Readonly<Record<string, string>> | undefined {
  if (isRecord(members.record['Tags'])) return members.textMap('Tags')
  const entries = (members.list('Tags') ?? []).flatMap((place): [string, string][] => {
    const tag = membersAt(place, `a tag of ${members.label}`, members.findings)
    const key = tag?.text('Key')
    const value = tag?.text('Value')
    tag?.finish()
    return key === undefined ? [] : [[key, value ?? '']]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

import { inWords, isRecord, type JsonRecord } from '../json-place'
import { refuse, type SamContext } from './sam-context'

/** A property that must be an object with members that SAM knows. */
export interface KnownRecord {
  /** The property's name and whose it is: "Cors" of "MyApi". */
  readonly name: string
  readonly owner: string
  readonly pointer: string
  readonly members: readonly string[]
  /** "true or an object". */
  readonly wanted: string
}

/** The object, or nothing where it is none or has a member that SAM refuses: then it is reported and left out whole, as SAM does. */
export function knownRecord(context: SamContext, written: unknown, expected: KnownRecord): JsonRecord | undefined {
  const { name, owner, pointer, members, wanted } = expected
  if (!isRecord(written)) {
    refuse(context, pointer, `"${name}" of ${owner} is ${inWords(written)} and left out. It must be ${wanted}.`)
    return undefined
  }
  const unknown = Object.keys(written).filter((member) => !members.includes(member))
  if (unknown.length === 0) return written
  const refused = unknown.map((member) => `"${member}"`).join(', ')
  refuse(context, pointer, `"${name}" of ${owner} is left out: SAM refuses its ${refused}. Use ${members.join(', ')}.`)
  return undefined
}

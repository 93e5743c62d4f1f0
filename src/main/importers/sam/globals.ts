import { pointerSegment } from '@shared/diagnostic'
import type { Findings } from '../findings'
import { inWords, isRecord, type JsonRecord } from '../json-place'
import { isIntrinsic } from './intrinsics'

const PREFIX = 'AWS::Serverless::'

/** Members of the resources that a section must not hold. Source: SAM Developer Guide, "Globals section of the AWS SAM template". */
const NOT_GLOBAL: { readonly [section: string]: readonly string[] } = {
  Api: ['DefinitionBody', 'Description', 'FailOnWarnings', 'Mode', 'Models', 'StageName', 'Tags'],
  HttpApi: ['DefinitionBody', 'DefinitionUri', 'Description', 'DisableExecuteApiEndpoint', 'Name', 'StageName'],
}

/** Resource type -> the members that every resource of it has, unless it says otherwise. What SAM refuses is reported. */
export type Globals = ReadonlyMap<string, JsonRecord>

export function readGlobals(value: unknown, findings: Findings): Globals {
  if (value === undefined || value === null) return new Map()
  if (!isRecord(value)) {
    const message = `"Globals" is ${inWords(value)} and left out. It must be an object with a member for each kind of resource, as in "Api".`
    findings.report('import/wrong-type', 'error', '/Globals', message)
    return new Map()
  }
  return new Map(
    Object.entries(value).flatMap(([section, members]): [string, JsonRecord][] => {
      const pointer = `/Globals/${pointerSegment(section)}`
      if (members === null) return []
      if (!isRecord(members)) {
        const message = `"Globals.${section}" is ${inWords(members)} and left out. It must be an object.`
        findings.report('import/wrong-type', 'error', pointer, message)
        return []
      }
      return [[PREFIX + section, supportedOf(section, members, pointer, findings)]]
    }),
  )
}

function supportedOf(section: string, members: JsonRecord, pointer: string, findings: Findings): JsonRecord {
  const refused = Object.hasOwn(NOT_GLOBAL, section) ? (NOT_GLOBAL[section] ?? []) : []
  for (const name of Object.keys(members).filter((name) => refused.includes(name))) {
    const message = `"${name}" of "Globals.${section}" is left out: SAM refuses it there. Set it in each resource.`
    findings.report('import/sam-refused', 'error', `${pointer}/${pointerSegment(name)}`, message)
  }
  return Object.fromEntries(Object.entries(members).filter(([name]) => !refused.includes(name)))
}

/**
 * A resource's members with those of its section: objects are merged, lists joined (the global one first), anything else is the resource's
 * own. Source: SAM Developer Guide, "Overridable globals".
 */
export function withGlobals(globals: JsonRecord | undefined, properties: JsonRecord): JsonRecord {
  return globals ? mergedRecords(globals, properties) : properties
}

function merged(global: unknown, local: unknown): unknown {
  if (Array.isArray(global) && Array.isArray(local)) return [...(global as unknown[]), ...(local as unknown[])]
  const areObjects = isRecord(global) && isRecord(local) && !isIntrinsic(global) && !isIntrinsic(local)
  return areObjects ? mergedRecords(global, local) : local
}

function mergedRecords(global: JsonRecord, local: JsonRecord): JsonRecord {
  const result = new Map(Object.entries(global))
  for (const [name, value] of Object.entries(local)) {
    result.set(name, result.has(name) ? merged(result.get(name), value) : value)
  }
  return Object.fromEntries(result)
}

/** The section without what the attribute `IgnoreGlobals` names: "*" for all, or a list of names. */
export function withoutIgnored(globals: JsonRecord | undefined, ignored: unknown): JsonRecord | undefined {
  if (!globals || ignored === undefined || ignored === null) return globals
  if (ignored === '*') return undefined
  const names = Array.isArray(ignored) ? (ignored as unknown[]) : []
  return Object.fromEntries(Object.entries(globals).filter(([name]) => !names.includes(name)))
}

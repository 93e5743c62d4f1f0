import type { ApiChange } from './design-comparison'
import { isLocalChange, isOwnMember } from './local-parts'

/** What a document can say, by the name of its format in an import's report. */
export type DocumentScope = 'project' | 'apis' | 'api'

/** Members of a design that a description of one API does not have. */
const BESIDE_THE_API: ReadonlySet<string> = new Set(['usagePlans', 'apiKeys', 'domainNames', 'webAcls', 'functions'])

/** "Gatewright project" holds all, "OpenAPI 3.0" one API without its stages, every other format all that is deployed. */
export function documentScope(format: string): DocumentScope {
  if (format === 'Gatewright project') return 'project'
  return /^(openapi|swagger)/i.test(format) ? 'api' : 'apis'
}

/**
 * The changes that are about what both documents can say: a template without scenarios has not lost them. Beside a project it
 * is not asked for what plays functions here, nor for the values of keys, which the service makes. Of a document of one API neither
 * stages nor plans, keys and domains count, nor other APIs.
 */
export function comparableChanges(
  changes: readonly ApiChange[],
  before: DocumentScope,
  after: DocumentScope,
): readonly ApiChange[] {
  if (before === 'project' && after === 'project') return changes
  const isBesideProject = before === 'project' || after === 'project'
  const deployed = changes.filter((change) => !isLocalChange(change) && !(isBesideProject && isOfThisComputer(change)))
  if (before !== 'api' && after !== 'api') return deployed
  return deployed.filter((change) => isOfOneApi(change, before, after))
}

function isOfThisComputer(change: ApiChange): boolean {
  const [member] = pathOf(change)
  if (member === 'functions') return true
  if (member === 'apiKeys') return change.setting === 'value'
  return member === 'apis' && isOwnMember(change)
}

function pathOf({ afterPointer, beforePointer }: ApiChange): string[] {
  return (afterPointer ?? beforePointer ?? '').split('/').slice(1)
}

function isOfOneApi(change: ApiChange, before: DocumentScope, after: DocumentScope): boolean {
  const [member = '', , part = ''] = pathOf(change)
  if (BESIDE_THE_API.has(member) || (member === 'apis' && (part === 'stages' || part === 'deployments'))) return false
  const isWhole = change.subject === 'API' && change.setting === ''
  if (!isWhole || before === after) return true
  return change.kind === 'added' ? before !== 'api' : after !== 'api'
}

import type { ApiKey } from '@shared/design/api-key'
import { unusedId } from '@shared/design/unused-id'
import { withDesign, type ControlPlane } from '../control-plane'
import { presentMembers } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import { badRequest } from '../service-error'

/** Keys from a table: Name and Key, and perhaps Description, Enabled and UsagePlanIds. Source: rest-api.md 5.5. */
export const IMPORT_KEY_HANDLERS: OperationHandlers = {
  ImportApiKeys({ state, input }) {
    input.needed('format')
    const isStrict = input.flag('failonwarnings') ?? false
    const ids: string[] = []
    const warnings: string[] = []
    let after = state
    for (const row of rowsOf(input.text('body') ?? '')) {
      const problem = problemOf(after, row)
      if (problem !== null) {
        warnings.push(problem)
        continue
      }
      const id = unusedId(
        `api key ${row['name'] ?? ''}`,
        10,
        after.design.apiKeys.map((key) => key.id),
      )
      after = withRow(after, id, row)
      ids.push(id)
    }
    if (isStrict && warnings.length > 0) throw badRequest(`Warnings found during import: ${warnings.join(' ')}`)
    return { state: after, output: { ids, warnings } }
  },
}

type Row = Readonly<Record<string, string>>

/** Rows by the names in the first line, in lower case. */
function rowsOf(text: string): Row[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const names = cellsOf(head).map((name) => name.toLowerCase())
  if (!names.includes('name') || !names.includes('key')) {
    throw badRequest(
      'The API Key file is missing required columns',
      'The first line names the columns: name,key,description,enabled,usageplanIds.',
    )
  }
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => Object.fromEntries(cellsOf(line).map((cell, index) => [names[index] ?? `column ${index}`, cell])))
}

/** Cells of a line; those in quotation marks may hold commas. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'),
  )
}

function problemOf({ design }: ControlPlane, { name = '', key = '', usageplanids = '' }: Row): string | null {
  if (key.length < 20 || key.length > 128)
    return `The value of "${name}" has ${key.length} characters; 20 to 128 are allowed.`
  if (design.apiKeys.some(({ value }) => value === key)) return `The value of "${name}" belongs to another key.`
  const unknown = planIds(usageplanids).find((id) => !design.usagePlans.some((plan) => plan.id === id))
  return unknown === undefined ? null : `"${name}" names the usage plan ${unknown}, which does not exist.`
}

function planIds(cell: string): string[] {
  return cell
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
}

function withRow(state: ControlPlane, id: string, row: Row): ControlPlane {
  const { name = '', key = '', description, enabled = 'true', usageplanids = '' } = row
  const apiKey: ApiKey = {
    id,
    name,
    ...presentMembers({ description: description || undefined }),
    enabled: enabled.toLowerCase() !== 'false',
    value: key,
  }
  const plans = planIds(usageplanids)
  return withDesign(state, {
    ...state.design,
    apiKeys: [...state.design.apiKeys, apiKey],
    usagePlans: state.design.usagePlans.map((plan) =>
      plans.includes(plan.id) ? { ...plan, keyIds: [...plan.keyIds, id] } : plan,
    ),
  })
}

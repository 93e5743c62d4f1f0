import type { Design } from '@shared/design/design'
import { pointerTo, type Diagnostic } from '@shared/diagnostic'
import type { ExportCode } from './export-codes'
import type { Scope } from './narrow-design'

/** What is asked for and not there, or nothing to export at all: errors. An API that lacks the stage which others have is a warning. */
export function scopeProblems(design: Design, { apiIds, stage }: Scope): Diagnostic[] {
  const list = design.apis.map(({ name, id }) => `"${name}" (${id})`).join(', ')
  if (design.apis.length === 0) return [problem('error', '', 'The design has no API: there is nothing to export.')]
  const unknown = (apiIds ?? []).filter((id) => !design.apis.some((api) => api.id === id))
  const missing = unknown.map((id) => problem('error', '/apis', `No API has the id "${id}": the design has ${list}.`))
  if (apiIds?.length === 0) missing.push(problem('error', '/apis', `No API is chosen: the design has ${list}.`))
  return [...missing, ...(stage === undefined ? [] : stageProblems(design, apiIds, stage))]
}

function stageProblems(design: Design, apiIds: Scope['apiIds'], stage: string): Diagnostic[] {
  const apis = design.apis.filter(({ id }) => apiIds === undefined || apiIds.includes(id))
  const without = apis.filter(({ stages }) => !Object.hasOwn(stages, stage))
  const isNowhere = without.length === apis.length
  return without.map((api) => {
    const names = Object.keys(api.stages)
    const has = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`
    const end = isNowhere ? '' : ' It is exported without a stage.'
    const message = `${api.name} has no stage "${stage}": ${has}.${end}`
    return problem(isNowhere ? 'error' : 'warning', pointerTo(['apis', design.apis.indexOf(api), 'stages']), message)
  })
}

function problem(severity: Diagnostic['severity'], pointer: string, message: string): Diagnostic {
  const code: ExportCode = 'export/not-there'
  return { code, severity, message, pointer }
}

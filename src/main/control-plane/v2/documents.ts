import { addApi } from '@shared/design/edits/add-api'
import type { HttpApi } from '@shared/design/http-api'
import { unusedId } from '@shared/design/unused-id'
import { withApi, withDesign } from '../control-plane'
import type { DocumentPort, Note, OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { badRequest } from '../service-error'
import { apiRecord } from './api-record'
import { findStage, findV2Api } from './find-v2'

/** OpenAPI documents in and out, of HTTP APIs alone. Source: http-api.md 14. */
export const V2_DOCUMENT_HANDLERS: OperationHandlers = {
  ImportApi({ state, input, documents }) {
    const { api: imported, warnings } = readApi(input, documents)
    const id = unusedId(
      `v2 api ${imported.name}`,
      10,
      state.design.apis.map((each) => each.id),
    )
    const api: HttpApi = { ...imported, id, stages: {} }
    const after = withDesign(state, addApi(state.design, api))
    return { state: after, output: { ...apiRecord(after, api), ...told(warnings) }, notes: notesOf(warnings) }
  },
  ReimportApi({ state, input, documents }) {
    const before = findV2Api(state, input)
    if (before.protocolType !== 'HTTP') throw badRequest('Reimport is supported only for HTTP APIs')
    const { api: imported, warnings } = readApi(input, documents)
    const { id, stages } = before
    const api: HttpApi = { ...imported, id, stages }
    const after = withApi(state, api)
    return { state: after, output: { ...apiRecord(after, api), ...told(warnings) }, notes: notesOf(warnings) }
  },
  ExportApi({ state, input, documents }) {
    const api = findV2Api(state, input)
    if (api.protocolType !== 'HTTP') throw badRequest('Export is supported only for HTTP APIs')
    const stage = input.has('stageName') ? findStage(api, input).name : undefined
    const body = documents.writeApi?.(api, {
      format: 'oas30',
      syntax: input.needed('outputType') === 'YAML' ? 'yaml' : 'json',
      hasExtensions: input.flag('includeExtensions') ?? true,
      ...(stage !== undefined && { stage }),
    })
    return { state, output: body === undefined ? {} : { body } }
  },
}

function readApi(input: OperationInput, documents: DocumentPort): { api: HttpApi; warnings: readonly string[] } {
  const given = input.text('basepath')?.toLowerCase()
  const basePath = given === 'prepend' || given === 'split' ? given : 'ignore'
  const { api, errors, warnings } = documents.readApi(input.text('body') ?? '', { protocolType: 'HTTP', basePath })
  if (api?.protocolType !== 'HTTP') throw badRequest('Invalid OpenAPI input.', errors.join(' ') || undefined)
  if (input.flag('failOnWarnings') && warnings.length > 0) {
    throw badRequest(
      `Warnings found during import: ${warnings.join(' ')}`,
      'Without --fail-on-warnings it is imported all the same.',
    )
  }
  return { api, warnings }
}

function told(warnings: readonly string[]) {
  return warnings.length === 0 ? {} : { warnings }
}

function notesOf(warnings: readonly string[]): Note[] {
  return warnings.map((text) => ({ severity: 'warning' as const, text }))
}

import { addApi } from '@shared/design/edits/add-api'
import { putRestApi, type PutMode } from '@shared/design/put-rest-api'
import type { RestApi } from '@shared/design/rest-api'
import { unusedId } from '@shared/design/unused-id'
import { withApi, withDesign } from '../control-plane'
import type { DocumentPort, Note, OperationCall, OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { badRequest, notFound } from '../service-error'
import { findRestApi, findStage } from './find-rest'
import { restApiRecord } from './rest-api-record'

/** OpenAPI documents in and out. Source: rest-api.md 17.2 and 17.3. */
export const DOCUMENT_HANDLERS: OperationHandlers = {
  ImportRestApi(call) {
    const { state, input, documents } = call
    const { api: imported, warnings } = readApi(input, documents)
    const taken = state.design.apis.map(({ id }) => id)
    const id = unusedId(`rest api ${imported.name}`, 10, taken)
    const endpointConfiguration = endpointOf(input) ?? imported.endpointConfiguration
    const api: RestApi = { ...imported, id, endpointConfiguration, stages: {}, deployments: [] }
    const after = withDesign(state, addApi(state.design, api))
    return {
      state: after,
      output: { ...restApiRecord(after, api), ...withWarnings(warnings) },
      notes: notesOf(warnings),
    }
  },
  PutRestApi({ state, input, documents }) {
    const before = findRestApi(state, input)
    const { api: imported, warnings } = readApi(input, documents)
    const api = putRestApi(before, imported, (input.text('mode') as PutMode | undefined) ?? 'merge')
    const after = withApi(state, api)
    return {
      state: after,
      output: { ...restApiRecord(after, api), ...withWarnings(warnings) },
      notes: notesOf(warnings),
    }
  },
  GetExport: exported,
}

/** `parameters` of an import, as in { basepath: "prepend", endpointConfigurationTypes: "REGIONAL" }. */
function parametersOf(input: OperationInput): Readonly<Record<string, string>> {
  return input.record<Readonly<Record<string, string>>>('parameters') ?? {}
}

function endpointOf(input: OperationInput): RestApi['endpointConfiguration'] | undefined {
  const { endpointConfigurationTypes: type } = parametersOf(input)
  return type === 'EDGE' || type === 'REGIONAL' || type === 'PRIVATE' ? { types: [type] } : undefined
}

function readApi(input: OperationInput, documents: DocumentPort): { api: RestApi; warnings: readonly string[] } {
  const { basepath } = parametersOf(input)
  const basePath = basepath === 'prepend' || basepath === 'split' ? basepath : 'ignore'
  const { api, errors, warnings } = documents.readApi(input.text('body') ?? '', { protocolType: 'REST', basePath })
  if (api?.protocolType !== 'REST') throw badRequest('Invalid OpenAPI input.', errors.join(' ') || undefined)
  const isStrict = input.flag('failonwarnings') ?? false
  if (isStrict && warnings.length > 0) {
    throw badRequest(
      'Warnings found during import:\n' + warnings.map((text) => `\t${text}`).join('\n'),
      'Without --fail-on-warnings it is imported all the same.',
    )
  }
  return { api, warnings }
}

function withWarnings(warnings: readonly string[]) {
  return warnings.length === 0 ? {} : { warnings }
}

function notesOf(warnings: readonly string[]): Note[] {
  return warnings.map((text) => ({ severity: 'warning' as const, text }))
}

/** The stage's deployment as a document. */
function exported({ state, input, documents }: OperationCall) {
  const api = findRestApi(state, input)
  const { name, stage } = findStage(api, input)
  const format = input.needed('export_type')
  if (format !== 'oas30' && format !== 'swagger') {
    throw badRequest(`Unknown export type ${format}`, 'Use oas30 or swagger.')
  }
  const deployed = api.deployments.find(({ id }) => id === stage.deploymentId)
  if (deployed === undefined) throw notFound('Invalid Deployment identifier specified')
  const syntax = input.text('Accept') === 'application/yaml' ? 'yaml' : 'json'
  const hasExtensions = /apigateway|integrations|authorizers/.test(parametersOf(input)['extensions'] ?? '')
  const shown = { ...api, ...deployed.definition }
  const body = documents.writeApi?.(shown, { format, syntax, hasExtensions, stage: name })
  const output = {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${format}_${deployed.createdDate}.${syntax}"`,
    ...(body !== undefined && { body }),
  }
  return { state, output }
}

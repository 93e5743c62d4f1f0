import type { ExportedDesign, ExportRequest } from '@shared/contract/export'
import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { LIMITS } from '@shared/limits'
import { emitJson } from '../../documents/emit-json'
import type { WritableObject } from '../../documents/writable-value'
import { emitDocument } from '../../project-format/emit-yaml'
import { fileName } from '../file-name'
import { ExportFindings, listed } from './export-findings'
import { httpDocument } from './http-document'
import { versionName, type OpenApiContext, type OpenApiVersion } from './openapi-context'
import { reportOutside } from './outside-of-document'
import { restDocument } from './rest-document'

/**
 * One API of a design as OpenAPI 3.0.1 or Swagger 2.0. Without files when the notation has no word for such an API, or it is not clear
 * which API is meant; the diagnostics then say so.
 */
export function exportOpenApi(design: Design, request: ExportRequest): ExportedDesign {
  const version: OpenApiVersion = request.format === 'swagger2' ? 'swagger2' : 'openapi3'
  const findings = new ExportFindings()
  const index = chosenApi(design, request, findings)
  const api = index === undefined ? undefined : design.apis[index]
  if (!api) return { files: [], diagnostics: findings.diagnostics() }
  const context = openApiContext(design, api, request, version, findings)
  const document = openApiDocument(context)
  if (!document) return { files: [], diagnostics: findings.diagnostics() }
  reportEndpoint(context)
  reportOutside(context)
  const isJson = request.syntax === 'json'
  const text = isJson ? emitJson(document) : emitDocument(document)
  reportSize(text, findings)
  const suffix = `.${version === 'swagger2' ? 'swagger' : 'openapi'}.${isJson ? 'json' : 'yaml'}`
  return { files: [{ name: fileName(api.name, suffix), text }], diagnostics: findings.diagnostics() }
}

/** What the parts of one API's document are written with. */
export function openApiContext(
  design: Design,
  api: Api,
  request: ExportRequest,
  version: OpenApiVersion,
  findings: ExportFindings,
): OpenApiContext {
  const hasExtensions = request.hasExtensions ?? true
  return {
    design,
    api,
    version,
    hasExtensions,
    hasOwnMembers: hasExtensions && (request.hasOwnMembers ?? true),
    stage: request.stage ?? Object.keys(api.stages)[0],
    findings,
    pointer: `/apis/${design.apis.findIndex(({ id }) => id === api.id)}`,
  }
}

/**
 * The document of one API as data, for a file or the `Body` of a template; null, and reported, when the notation has no word for such an
 * API. What belongs to the API outside of the document is not spoken of.
 */
export function openApiDocument(context: OpenApiContext): WritableObject | null {
  const { api, version, findings, pointer } = context
  if (api.protocolType === 'WEBSOCKET' || (api.protocolType === 'HTTP' && version === 'swagger2')) {
    const isHttp = api.protocolType === 'HTTP'
    const message = `${api.name} is ${isHttp ? 'an HTTP API' : 'a WebSocket API'}, which ${versionName(version)} cannot describe. Export ${isHttp ? 'OpenAPI 3.0' : 'CloudFormation'}.`
    findings.report('export/refused', 'error', pointer, message)
    return null
  }
  if (!context.hasExtensions) reportPlain(context)
  return api.protocolType === 'REST' ? restDocument({ ...context, api }) : httpDocument({ ...context, api })
}

function chosenApi(design: Design, { apiIds }: ExportRequest, findings: ExportFindings): number | undefined {
  const indexes = design.apis.flatMap(({ id }, index) => (apiIds === undefined || apiIds.includes(id) ? [index] : []))
  if (indexes.length === 1) return indexes[0]
  const names = listed(design.apis.map(({ name }) => name))
  const message =
    design.apis.length === 0
      ? `${design.name} has no API to export. Add one.`
      : `An OpenAPI document describes one API. Choose one of ${names}.`
  findings.report('export/refused', 'error', '/apis', message)
  return undefined
}

/** The kind of endpoint is a matter of the import: the document's own word for it is not asked. */
function reportEndpoint({ api, findings, pointer, hasExtensions }: OpenApiContext): void {
  if (api.protocolType !== 'REST' || !hasExtensions) return
  const type = api.endpointConfiguration.types[0]
  if (type === undefined || type === 'EDGE') return
  const message = `${api.name} is ${type}; AWS makes an EDGE endpoint of a document unless it is told. Import it with --parameters endpointConfigurationTypes=${type}.`
  findings.report('export/needs-value', 'info', `${pointer}/endpointConfiguration/types`, message)
}

function reportPlain({ api, findings, pointer }: OpenApiContext): void {
  const message = `The document of ${api.name} is without extensions, as asked: integrations, authorizers, validators, CORS and everything else that only API Gateway understands are left out. It describes the API; it does not deploy it.`
  findings.report('export/not-carried', 'info', pointer, message)
}

function reportSize(text: string, findings: ExportFindings): void {
  const limit = LIMITS.openApiFile.value
  if (text.length <= limit) return
  const message = `The document has ${text.length} characters; AWS imports files of up to ${limit} bytes. Split the API.`
  findings.report('export/over-quota', 'warning', '', message)
}

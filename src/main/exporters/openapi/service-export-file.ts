import { DOCUMENT_VERSION } from './info-members'
import type { OpenApiVersion } from './openapi-context'

/** How the service sends an export as JSON. Source: rest-api.md 17.3 (recorded). */
export function serviceExportFile(version: OpenApiVersion): { contentDisposition: string; contentType: string } {
  const name = `${version === 'swagger2' ? 'swagger' : 'oas30'}_${DOCUMENT_VERSION}.json`
  return { contentDisposition: `attachment; filename="${name}"`, contentType: 'application/octet-stream' }
}

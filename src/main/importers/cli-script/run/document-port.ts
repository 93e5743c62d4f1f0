import type { DocumentPort } from '../../../control-plane/operation-handler'
import { readDocument } from '../../../documents/read-document'
import type { ImportOptions } from '../../import-options'
import { importOpenApi } from '../../openapi/import-openapi'

/** Reads the documents that import commands are given. Nothing is written: nobody reads what an export prints. */
export function documentPort(options: ImportOptions): DocumentPort {
  return {
    readApi(text, { protocolType, basePath }) {
      const fileName = 'document'
      const document = readDocument(text, fileName)
      if (document.value === undefined) {
        return { api: null, warnings: [], errors: document.diagnostics.map(({ message }) => message) }
      }
      const { files, region, accountId } = options
      const report = importOpenApi(document, fileName, {
        protocolType,
        ...(basePath && { basePath }),
        ...(files && { files }),
        ...(region !== undefined && { region }),
        ...(accountId !== undefined && { accountId }),
      })
      const texts = (severity: 'error' | 'warning') =>
        report.diagnostics.filter((each) => each.severity === severity).map(({ message }) => message)
      return { api: report.design?.apis[0] ?? null, warnings: texts('warning'), errors: texts('error') }
    },
  }
}

import type { ImportReport } from '@shared/contract/import-report'
import type { HttpApi } from '@shared/design/http-api'
import type { Method } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import type { ImportOptions } from '../import-options'
import { importOpenApi } from './import-openapi'

/** For tests: an OpenAPI 3.0 document around some members. */
export function openApi(members: object): object {
  return { openapi: '3.0.1', info: { title: 'Sample' }, paths: {}, ...members }
}

/** For tests: imports a document given as data. */
export function importSample(document: object, options: ImportOptions = {}): ImportReport {
  return importOpenApi({ value: document, positionOf: () => undefined }, 'sample.json', options)
}

/** For tests: the REST API that a document becomes. */
export function restSample(document: object, options: ImportOptions = {}): RestApi {
  const api = importSample(document, options).design?.apis[0]
  if (api?.protocolType !== 'REST') throw new RangeError('The sample did not become a REST API.')
  return api
}

/** For tests: the HTTP API that a document becomes. */
export function httpSample(document: object, options: ImportOptions = {}): HttpApi {
  const api = importSample(document, options).design?.apis[0]
  if (api?.protocolType !== 'HTTP') throw new RangeError('The sample did not become an HTTP API.')
  return api
}

/** For tests: the method that one operation on /a becomes, in a document with more members. */
export function methodSample(operation: object, members: object = {}): Method | undefined {
  return restSample(openApi({ paths: { '/a': { post: operation } }, ...members })).resources['/a']?.methods.POST
}

/** For tests: what was said about a document, without the words about what it is said in passing. */
export function said(document: object, options: ImportOptions = {}): string[] {
  const quiet = ['import/documentation-dropped', 'import/method-without-integration']
  return importSample(document, options)
    .diagnostics.filter(({ code }) => !quiet.includes(code))
    .map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)
}

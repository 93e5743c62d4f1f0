import { playedFile, skipped, type CaseResult, type ConformanceSuite } from '../conformance-suite'
import type { CaseFile, CaseKind } from './rest/case-kind'
import { CONTENT_HANDLING_REQUEST_KIND, CONTENT_HANDLING_RESPONSE_KIND } from './rest/content-handling'
import { CONTROL_ERROR_KIND } from './rest/control-error'
import { DOCUMENTED_KIND } from './rest/documented'
import { GATEWAY_RESPONSE_RECORD_KIND } from './rest/gateway-response-record'
import { HEADERS_KIND } from './rest/headers'
import { LOG_KIND } from './rest/log'
import { MAPPING_KIND } from './rest/mapping'
import { MOCK_KIND } from './rest/mock'
import { OPENAPI_KIND } from './rest/openapi'
import { PRICING_KIND } from './rest/pricing'
import { BINARY_PROXY_KIND, PROXY_EVENT_KIND, PROXY_RESPONSE_KIND } from './rest/proxy'
import { ROUTING_KIND } from './rest/routing'
import { SELECTION_KIND } from './rest/selection'
import { STAGE_KIND } from './rest/stage'
import { VALIDATION_KIND } from './rest/validation'
import { VTL_CONTEXT_KIND, VTL_KIND } from './rest/vtl'
import { VTL_ROUNDTRIP_KIND } from './rest/vtl-roundtrip'

const KINDS: readonly CaseKind[] = [
  CONTROL_ERROR_KIND,
  ROUTING_KIND,
  VALIDATION_KIND,
  GATEWAY_RESPONSE_RECORD_KIND,
  VTL_KIND,
  VTL_ROUNDTRIP_KIND,
  VTL_CONTEXT_KIND,
  MOCK_KIND,
  SELECTION_KIND,
  STAGE_KIND,
  MAPPING_KIND,
  CONTENT_HANDLING_REQUEST_KIND,
  CONTENT_HANDLING_RESPONSE_KIND,
  HEADERS_KIND,
  PROXY_EVENT_KIND,
  PROXY_RESPONSE_KIND,
  BINARY_PROXY_KIND,
  DOCUMENTED_KIND,
  LOG_KIND,
  PRICING_KIND,
  OPENAPI_KIND,
]

/** Files of cases, each of one `kind` that says what a case describes. Kinds that are not listed here are skipped. */
export const REST_SUITE: ConformanceSuite = {
  folder: 'rest',
  play(folder) {
    return folder.files
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => playedFile(file, () => playFile(folder.json(file) as CaseFile)))
  },
}

function playFile(file: CaseFile): CaseResult[] {
  const kind = KINDS.find(({ name }) => name === file.kind)
  return (file.cases ?? []).map((entry, index) => {
    const id = entry.id ?? `${file.kind}/${index}`
    return kind === undefined
      ? skipped(id, `cases of the kind "${file.kind}" cannot be played yet`)
      : kind.play({ ...entry, id }, file)
  })
}

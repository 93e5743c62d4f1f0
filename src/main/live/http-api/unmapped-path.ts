import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import type { Reply } from '../reply'
import type { Arrival } from '../request/arrival'
import { fittingMapping } from '../request/fitting-mapping'
import type { SentUrl } from '../request/split-url'
import { finishedAnswer, httpError } from './http-reply'
import { httpRequestId } from './http-request-facts-of'

/** Whether a path of a custom domain belongs to no mapping, and the domain leads to HTTP APIs only: REST APIs answer that in their own way. */
export function isHttpDomain(design: Design, { domain, pathname }: SentUrl): boolean {
  const found = design.domainNames.find(({ domainName }) => domainName === domain)
  if (found === undefined || found.basePathMappings.length === 0) return false
  const isHttp = found.basePathMappings.every(({ apiId }) => findApi(design, apiId)?.protocolType === 'HTTP')
  return isHttp && fittingMapping(found, pathname) === undefined
}

/** Source: http-api.md 11.2. */
export function unmappedHttpPath(arrival: Arrival): Reply {
  const finish = { requestId: httpRequestId(arrival), headers: arrival.headers, cors: undefined }
  return { answer: finishedAnswer(httpError(404), finish) }
}

import type { HeaderList } from '../../engine/mapping/header-list'
import type { ServiceRequest } from '../../engine/mapping/service-request'
import { queryText, requestPath } from '../backends/http-target'
import type { EndpointAnswer, EndpointExchange } from './endpoint-exchange'

/** Characters that a signature has on the service; here there is none, and it is masked anyway. */
const SIGNATURE_LENGTH = 238

/** What another AWS service was asked, as the service would have sent it, and what the stand-in said. */
export function serviceExchange(request: ServiceRequest, requestId: string, answer: EndpointAnswer): EndpointExchange {
  const { host, path, query, body } = request
  const headers: HeaderList = [
    ['Authorization', '*'.repeat(SIGNATURE_LENGTH) + requestId.slice(0, 6)],
    ...request.headers,
  ]
  const uri = `https://${host}${requestPath(path, [queryText(query)])}`
  return { uri, headers, body, answer }
}

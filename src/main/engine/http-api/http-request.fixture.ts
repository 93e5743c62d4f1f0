import { parseQueryPairs } from './http-query'
import type { HttpRequestFacts } from './http-request-facts'

const RAW_QUERY = 'a=1&b=x%20y&a=2'

const FACTS: HttpRequestFacts = {
  accountId: '123456789012',
  region: 'us-east-1',
  apiId: 'api0000001',
  stage: 'dev',
  routeKey: 'POST /pets/{id}',
  requestId: 'abc=',
  traceId: 'Root=1-00000000-000000000000000000000000',
  receivedAt: 1_767_225_600_000,
  requestTime: '01/Jan/2026:00:00:00 +0000',
  method: 'POST',
  requestPath: '/dev/pets/6%20',
  routePath: '/pets/6%20',
  rawQuery: RAW_QUERY,
  query: parseQueryPairs(RAW_QUERY),
  headers: [
    ['X-One', '1'],
    ['x-one', '2'],
    ['User-Agent', 'me'],
  ],
  body: new Uint8Array(),
  pathParameters: { id: '6 ' },
  stageVariables: { color: 'red' },
  domainName: 'api0000001.execute-api.us-east-1.amazonaws.com',
  basePath: null,
  sourceIp: '203.0.113.9',
}

/** Test data: "POST /pets/6 ?a=1&b=x y&a=2" at the stage "dev". */
export function httpRequest(more: Partial<Omit<HttpRequestFacts, 'query'>> = {}): HttpRequestFacts {
  const { rawQuery = RAW_QUERY } = more
  return { ...FACTS, ...more, query: parseQueryPairs(rawQuery) }
}

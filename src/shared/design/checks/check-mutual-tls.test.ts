import { describe, expect, test } from 'vitest'
import { changedDesign, expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'
import { checkDesign } from './check-design'

const mutual = { '/domainNames/0/mutualTlsAuthentication': { truststoreUri: 's3://trust/certs/clients.pem' } }
const closed = { '/apis/0/disableExecuteApiEndpoint': true }
const domain = () => changedDesign({}).domainNames[0]!.domainName
const api = () => changedDesign({}).apis[0]!.name

const CASES: readonly BrokenDesign[] = [
  {
    name: 'an API that is called without a certificate on its default endpoint',
    set: mutual,
    code: 'design/mutual-tls-bypassed',
    severity: 'warning',
    pointer: '/domainNames/0/basePathMappings/0/apiId',
    message: `Domain ${domain()}: clients without a certificate still reach ${api()} on its default endpoint. Disable that endpoint to make mutual TLS mandatory.`,
  },
  ...['', 'trust.pem', 's3://trust', 'https://trust/certs.pem'].map((truststoreUri): BrokenDesign => ({
    name: `the truststore "${truststoreUri}"`,
    set: { ...closed, '/domainNames/0/mutualTlsAuthentication': { truststoreUri } },
    code: 'design/truststore-uri-invalid',
    pointer: '/domainNames/0/mutualTlsAuthentication/truststoreUri',
    message: `Domain ${domain()}: truststore "${truststoreUri}" is no S3 address. Write it as s3://bucket/key.pem.`,
  })),
  {
    name: 'mutual TLS on an edge-optimized domain',
    set: { ...closed, ...mutual, '/domainNames/0/endpointConfiguration': { types: ['EDGE'] } },
    code: 'design/mutual-tls-endpoint-type',
    pointer: '/domainNames/0/endpointConfiguration/types',
    message: `Domain ${domain()}: mutual TLS needs a REGIONAL domain, not EDGE. Change the type or remove the truststore.`,
  },
]

describe('checkMutualTls', () => {
  test('finds nothing wrong with a regional domain that is the only way in', () => {
    expect(checkDesign(changedDesign({ ...closed, ...mutual }))).toEqual([])
  })

  test.each(CASES)('finds $name', (broken) => {
    expect(foundIn(broken)).toEqual(expectedOf(broken))
  })
})

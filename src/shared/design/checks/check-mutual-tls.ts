import type { Diagnostic } from '../../diagnostic'
import type { Design } from '../design'
import type { DomainName } from '../domain-name'
import { findApi } from '../route-key'
import { problem, unless } from './problem'

/**
 * A domain with mutual TLS names its truststore, is regional, and is the only way to its APIs.
 * Source: API Gateway Developer Guide, "How to turn on mutual TLS authentication"; http-api.md 11.4.
 */
export function checkMutualTls(design: Design, domain: DomainName, domainIndex: number): Diagnostic[] {
  const { domainName, endpointConfiguration, mutualTlsAuthentication } = domain
  if (mutualTlsAuthentication === undefined) return []
  const at = ['domainNames', domainIndex]
  const { truststoreUri } = mutualTlsAuthentication
  const types = endpointConfiguration?.types ?? ['REGIONAL']
  return [
    ...unless(
      /^s3:\/\/[^/]+\/.+$/.test(truststoreUri),
      'design/truststore-uri-invalid',
      [...at, 'mutualTlsAuthentication', 'truststoreUri'],
      () => `Domain ${domainName}: truststore "${truststoreUri}" is no S3 address. Write it as s3://bucket/key.pem.`,
    ),
    ...unless(
      types.every((type) => type === 'REGIONAL'),
      'design/mutual-tls-endpoint-type',
      [...at, 'endpointConfiguration', 'types'],
      () =>
        `Domain ${domainName}: mutual TLS needs a REGIONAL domain, not ${types.join(', ')}. Change the type or remove the truststore.`,
    ),
    ...bypassed(design, domain, at),
  ]
}

/** Each API once, however many base paths lead to it. */
function bypassed(design: Design, domain: DomainName, at: readonly (string | number)[]): Diagnostic[] {
  const ids = [...new Set(domain.basePathMappings.map(({ apiId }) => apiId))]
  return ids.flatMap((apiId) => {
    const api = findApi(design, apiId)
    if (api === undefined || api.disableExecuteApiEndpoint === true) return []
    const index = domain.basePathMappings.findIndex((mapping) => mapping.apiId === apiId)
    const message =
      `Domain ${domain.domainName}: clients without a certificate still reach ${api.name} on its default endpoint. ` +
      'Disable that endpoint to make mutual TLS mandatory.'
    return [problem('design/mutual-tls-bypassed', [...at, 'basePathMappings', index, 'apiId'], message, 'warning')]
  })
}

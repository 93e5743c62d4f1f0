import type { Diagnostic } from '../../diagnostic'
import { problem } from './problem'
import type { ApiScope } from './scope'

/** One endpoint type; a private API is dualstack. Source: rest-api.md 1, defaults. */
export function checkEndpoint({ api, at }: ApiScope): Diagnostic[] {
  const { types, ipAddressType } = api.endpointConfiguration
  const endpointAt = [...at, 'endpointConfiguration']
  if (types.length !== 1) {
    const message = `API ${api.name} has ${types.length} endpoint types. Choose one of EDGE, REGIONAL, PRIVATE.`
    return [problem('design/endpoint-invalid', [...endpointAt, 'types'], message)]
  }
  if (types[0] !== 'PRIVATE' || ipAddressType !== 'ipv4') return []
  const message = `API ${api.name}: a PRIVATE endpoint cannot be ipv4. Set ipAddressType to dualstack.`
  return [problem('design/endpoint-invalid', [...endpointAt, 'ipAddressType'], message)]
}

import type { Design } from '@shared/design/design'
import type { DomainName } from '@shared/design/domain-name'
import { httpDesign, HTTP_API, type SampleRoute } from '../../http-api/testing/http-sample'
import { API, mockAnswering, sampleDesign } from '../../testing/sample-design'
import { CHAT, twoWay, webSocketDesign } from '../../websocket-api/testing/web-socket-sample'

/** What the template of `/seen` tells of the client. */
const SEEN =
  '{"subject":"$!context.identity.clientCert.subjectDN","issuer":"$!context.identity.clientCert.issuerDN",' +
  '"serial":"$!context.identity.clientCert.serialNumber","until":"$!context.identity.clientCert.validity.notAfter"}'

/** Test data: an API of each type; the REST API at "api.example.com", and at "mutual.example.com" for known clients. */
export function secureDesign(routes: Readonly<Record<string, SampleRoute>> = {}): Design {
  const rest = sampleDesign({ resources: { '/seen': { methods: { GET: mockAnswering(SEEN) } } } })
  const http = httpDesign({ routes })
  const chat = webSocketDesign({ routes: { $default: twoWay('echo') } })
  const domainNames: DomainName[] = [
    { domainName: 'api.example.com', basePathMappings: [{ basePath: '(none)', apiId: API, stage: 'prod' }] },
    {
      domainName: 'mutual.example.com',
      mutualTlsAuthentication: { truststoreUri: 's3://trust/certs/clients.pem' },
      basePathMappings: [
        { basePath: '(none)', apiId: API, stage: 'prod' },
        { basePath: 'http', apiId: HTTP_API, stage: '$default' },
      ],
    },
    {
      domainName: 'chat.example.com',
      mutualTlsAuthentication: { truststoreUri: 's3://trust/certs/clients.pem' },
      basePathMappings: [{ basePath: '(none)', apiId: CHAT, stage: 'prod' }],
    },
  ]
  return { ...rest, apis: [...rest.apis, ...http.apis, ...chat.apis], domainNames }
}

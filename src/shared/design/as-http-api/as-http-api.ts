import type { Design } from '../design'
import type { HttpApi } from '../http-api'
import type { RestApi } from '../rest-api'
import { unusedId } from '../unused-id'
import { ConversionNotes, type ConversionNote } from './conversion-notes'
import { httpAuthorizerOf } from './http-authorizer-of'
import { httpCorsOf } from './http-cors-of'
import { httpRoutesOf } from './http-routes-of'
import { httpStagesOf } from './http-stages-of'

/** A REST API as an HTTP API, and what becomes of each of its parts on the way. */
export interface HttpApiDraft {
  readonly api: HttpApi
  readonly notes: readonly ConversionNote[]
}

/** What if this REST API were an HTTP API? The design stays as it is. Source: http-api.md 1 and DG, "Choose between REST APIs and HTTP APIs". */
export function asHttpApi(design: Design, api: RestApi): HttpApiDraft {
  const notes = new ConversionNotes()
  notesOfApi(design, api, notes)
  const { routes, integrations } = httpRoutesOf(api, notes)
  const cors = httpCorsOf(api)
  if (cors !== undefined) {
    const text = 'The API answers preflights itself, for every route, and adds the headers to answers.'
    notes.add('changed', 'CORS', text)
  }
  const name = `${api.name} (HTTP)`
  const draft: HttpApi = {
    protocolType: 'HTTP',
    id: unusedId(
      `api ${name}`,
      10,
      design.apis.map(({ id }) => id),
    ),
    name,
    ...(api.description !== undefined && { description: api.description }),
    ...(cors !== undefined && { corsConfiguration: cors }),
    ...(api.disableExecuteApiEndpoint !== undefined && { disableExecuteApiEndpoint: api.disableExecuteApiEndpoint }),
    routes,
    integrations,
    authorizers: Object.fromEntries(
      Object.entries(api.authorizers).map(([id, authorizer]) => [id, httpAuthorizerOf(design, id, authorizer, notes)]),
    ),
    stages: httpStagesOf(api, notes),
    ...(api.tags !== undefined && { tags: api.tags }),
  }
  return { api: draft, notes: notes.list() }
}

/** What concerns the API as a whole, and what the project sets for it. */
function notesOfApi(design: Design, api: RestApi, notes: ConversionNotes): void {
  const { types } = api.endpointConfiguration
  if (types.includes('EDGE')) {
    notes.add('changed', 'Endpoint type', 'HTTP APIs are Regional. Put CloudFront in front for callers far away.')
  }
  if (types.includes('PRIVATE'))
    notes.add('lost', 'Endpoint type', 'HTTP APIs cannot be private: everybody reaches them.')
  if (api.policy !== undefined) notes.add('lost', 'Resource policy', 'Nobody is refused by address, account or VPC.')
  if (api.minimumCompressionSize !== undefined) {
    notes.add('lost', 'Compression', 'Answers go out as the integration gives them.')
  }
  if ((api.binaryMediaTypes ?? []).length > 0) {
    notes.add('changed', 'Binary media types', 'Functions get base64 by the content type, without a list to keep.')
  }
  const responses = Object.keys(api.gatewayResponses)
  for (const type of responses) {
    notes.add(
      'lost',
      'Gateway responses',
      'The gateway answers errors with bodies of its own that cannot be changed.',
      type,
    )
  }
  for (const { name, apiStages } of design.usagePlans) {
    if (apiStages.every(({ apiId }) => apiId !== api.id)) continue
    notes.add('lost', 'Usage plans', 'No limits and no quotas for single clients.', name)
  }
  notesOfDomains(design, api, notes)
}

function notesOfDomains(design: Design, api: RestApi, notes: ConversionNotes): void {
  for (const { domainName, endpointConfiguration, basePathMappings } of design.domainNames) {
    if (basePathMappings.every(({ apiId }) => apiId !== api.id)) continue
    if (endpointConfiguration?.types.includes('EDGE')) {
      notes.add(
        'changed',
        'Custom domain',
        'HTTP APIs take Regional domains only: make one and move the mapping.',
        domainName,
      )
    } else notes.add('carried', 'Custom domain', 'The mapping can point to the HTTP API.', domainName)
  }
}

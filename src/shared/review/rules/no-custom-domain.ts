import { finding } from '../finding'
import type { ReviewRule } from '../review-rule'

export const noCustomDomain: ReviewRule = {
  id: 'no-custom-domain',
  title: 'Clients are bound to an address that you cannot keep',
  severity: 'info',
  what: 'APIs with a stage that no custom domain leads to, other than private ones.',
  why: 'The default address holds the API’s id: an API that is made anew, moved to another Region or to another type gets another one, and every client has to change.',
  source: 'Guide 000, anti-pattern 10; guide 003.',
  find: (design) =>
    design.apis.flatMap((api, index) => {
      const isPrivate = api.protocolType === 'REST' && api.endpointConfiguration.types.includes('PRIVATE')
      const isMapped = design.domainNames.some(({ basePathMappings }) =>
        basePathMappings.some(({ apiId }) => apiId === api.id),
      )
      if (isPrivate || isMapped || Object.keys(api.stages).length === 0) return []
      const message = `${api.name}: clients call it at ${api.id}.execute-api.${design.region}.amazonaws.com. Map a custom domain to it before they do.`
      return [finding(noCustomDomain, ['apis', index], message)]
    }),
}

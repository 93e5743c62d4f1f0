import { asHttpApi } from '../../design/as-http-api/as-http-api'
import { finding } from '../finding'
import type { ReviewRule } from '../review-rule'
import { restApis } from '../scopes/rest-methods'

export const restApiWithoutNeed: ReviewRule = {
  id: 'rest-api-without-need',
  title: 'Three and a half times the price for nothing',
  severity: 'info',
  what: 'REST APIs that would lose nothing as an HTTP API.',
  why: 'A million requests cost $3.50 with a REST API and $1.00 with an HTTP API, and each takes longer. One cannot be turned into the other: the later, the dearer.',
  source: 'Guides 001, 002 and 003; http-api.md 1; observability-and-cost.md 5.',
  find: (design) =>
    restApis(design).flatMap(({ api, at }) => {
      if (Object.keys(api.resources).length === 0) return []
      if (asHttpApi(design, api).notes.some(({ fate }) => fate === 'lost')) return []
      const message = `${api.name}: it uses nothing that only REST APIs have. An HTTP API does the same for less; "what if" shows what would change.`
      return [finding(restApiWithoutNeed, [...at, 'protocolType'], message)]
    }),
}

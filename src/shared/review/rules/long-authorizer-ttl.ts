import { LIMITS } from '../../limits'
import { putAuthorizer } from '../../design/edits/put-authorizer'
import { putV2Authorizer } from '../../design/edits/v2/put-v2-authorizer'
import type { Design } from '../../design/design'
import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import { restApis } from '../scopes/rest-methods'
import { v2Apis } from '../scopes/v2-routes'

/** Seconds: the guide's five minutes, and the default of REST APIs. */
const LONGEST = LIMITS.authorizerTtlDefault.value

export const longAuthorizerTtl: ReviewRule = {
  id: 'long-authorizer-ttl',
  title: 'Who lost the right to call can go on calling',
  severity: 'warning',
  what: `Lambda authorizers whose answers are kept longer than ${LONGEST / 60} minutes.`,
  why: 'A permission that is revoked is honoured until the kept answer runs out: with 3,600 seconds for up to an hour.',
  source: 'Guide 000, anti-pattern 7; rest-api.md 7.4.',
  find: (design) => [...restFindings(design), ...httpFindings(design)],
}

function restFindings(design: Design): Finding[] {
  return restApis(design).flatMap(({ api, at }) =>
    Object.entries(api.authorizers).flatMap(([id, authorizer]) => {
      const ttl = authorizer.authorizerResultTtlInSeconds ?? 0
      if (authorizer.type === 'COGNITO_USER_POOLS' || ttl <= LONGEST) return []
      const fix = {
        label: label(id),
        apply: (current: Design) =>
          putAuthorizer(current, api.id, id, { ...authorizer, authorizerResultTtlInSeconds: LONGEST }),
      }
      const place = [...at, 'authorizers', id, 'authorizerResultTtlInSeconds']
      return [finding(longAuthorizerTtl, place, text(api.name, id, ttl), { fix })]
    }),
  )
}

function httpFindings(design: Design): Finding[] {
  return v2Apis(design).flatMap(({ api, at }) => {
    if (api.protocolType !== 'HTTP') return []
    return Object.entries(api.authorizers).flatMap(([id, authorizer]) => {
      const ttl = authorizer.authorizerResultTtlInSeconds ?? 0
      if (authorizer.authorizerType !== 'REQUEST' || ttl <= LONGEST) return []
      const fix = {
        label: label(id),
        apply: (current: Design) =>
          putV2Authorizer(current, api.id, id, { ...authorizer, authorizerResultTtlInSeconds: LONGEST }),
      }
      const place = [...at, 'authorizers', id, 'authorizerResultTtlInSeconds']
      return [finding(longAuthorizerTtl, place, text(api.name, id, ttl), { fix })]
    })
  })
}

function text(apiName: string, id: string, ttl: number): string {
  return `${apiName}, authorizer ${id}: its answers are kept for ${ttl} seconds, and whoever is locked out gets in until then. Keep them ${LONGEST} seconds or less.`
}

function label(id: string): string {
  return `Keep answers of ${id} for ${LONGEST} seconds`
}

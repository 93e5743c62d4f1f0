import type { Api } from '@shared/design/api'
import type { Assumptions } from '@shared/design/assumptions'
import type { Design } from '@shared/design/design'
import { LIMITS } from '@shared/limits'
import { filled, flag, list, number, optional, record, required, shown, struct, text, union } from '../shape'
import { apiKeyShape, domainNameShape, usagePlanShape } from './clients.shape'
import { accountShape, localFunctionShape } from './common.shape'
import { httpApiShape } from './http-api.shape'
import { identityShape } from './identity.shape'
import { restApiShape } from './rest-api.shape'
import { reviewShape } from './review.shape'
import { savedRequestShape } from './saved-request.shape'
import { scenarioShape } from './scenario.shape'
import { mappingTemplateShape } from './template.shape'
import { webAclShape } from './web-acl.shape'
import { webSocketApiShape } from './websocket-api.shape'

const assumptionsShape = struct<Partial<Assumptions>>('Assumptions', {
  refundOnReject: optional(flag),
  countThrottledInQuota: optional(flag),
  cacheErrorResponses: optional(flag),
  requirePrincipalId: optional(flag),
  flushCacheOnDeploy: optional(flag),
  stageLimitIsShared: optional(flag),
  fetchPoolKeys: optional(flag),
  authorizeBeforeThrottle: optional(flag),
  pingKeepsConnection: optional(flag),
})

export const apiShape = union<Api, 'protocolType'>('protocolType', {
  REST: restApiShape,
  HTTP: httpApiShape,
  WEBSOCKET: webSocketApiShape,
})

/** A design as a file has it: with the format's version as its first key. */
export type WrittenProject = { readonly gatewright: number } & Design

/** The whole file. An account without settings has the limits most Regions give; the account's number is the one of AWS's own examples. */
export const projectShape = struct<WrittenProject>('Project', {
  gatewright: required(number),
  name: required(text),
  region: shown(text, 'us-east-1'),
  accountId: shown(text, '123456789012'),
  account: shown(accountShape, {
    throttleSettings: { rateLimit: LIMITS.accountRate.value, burstLimit: LIMITS.accountBurst.value },
  }),
  apis: shown(list(apiShape), []),
  usagePlans: filled(list(usagePlanShape), []),
  apiKeys: filled(list(apiKeyShape), []),
  domainNames: filled(list(domainNameShape), []),
  webAcls: optional(list(webAclShape)),
  functions: filled(record(localFunctionShape), {}),
  scenarios: filled(list(scenarioShape), []),
  templates: optional(record(mappingTemplateShape)),
  requests: optional(list(savedRequestShape)),
  identity: optional(identityShape),
  review: optional(reviewShape),
  assumptions: optional(assumptionsShape),
})

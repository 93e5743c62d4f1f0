import type { ReviewRule } from './review-rule'
import { accountLimitShared } from './rules/account-limit-shared'
import { binaryWithoutMediaType } from './rules/binary-without-media-type'
import { cacheHitRatioNotWatched } from './rules/cache-hit-ratio-not-watched'
import { cacheSharedBetweenMethods } from './rules/cache-shared-between-methods'
import { complexMappingTemplate } from './rules/complex-mapping-template'
import { corsMissing } from './rules/cors-missing'
import { idleWebsocketConnections } from './rules/idle-websocket-connections'
import { integrationOverTimeLimit } from './rules/integration-over-time-limit'
import { internalErrorsExposed } from './rules/internal-errors-exposed'
import { logRoleNeeded } from './rules/log-role-needed'
import { longAuthorizerTtl } from './rules/long-authorizer-ttl'
import { missingInvokePermission } from './rules/missing-invoke-permission'
import { noAccessLog } from './rules/no-access-log'
import { noCustomDomain } from './rules/no-custom-domain'
import { noRequestValidation } from './rules/no-request-validation'
import { nonProxyWithoutNeed } from './rules/non-proxy-without-need'
import { payloadOverLimit } from './rules/payload-over-limit'
import { publicRouteWithoutAuthorization } from './rules/public-route-without-authorization'
import { restApiWithoutNeed } from './rules/rest-api-without-need'
import { secretInAuthorizerContext } from './rules/secret-in-authorizer-context'
import { stageWithoutThrottling } from './rules/stage-without-throttling'
import { tracingOff } from './rules/tracing-off'
import { undeployedChanges } from './rules/undeployed-changes'
import { userDataCached } from './rules/user-data-cached'

/** Every rule, the guides' ten anti-patterns first. */
export const REVIEW_RULES: readonly ReviewRule[] = [
  publicRouteWithoutAuthorization,
  stageWithoutThrottling,
  complexMappingTemplate,
  corsMissing,
  userDataCached,
  cacheHitRatioNotWatched,
  longAuthorizerTtl,
  nonProxyWithoutNeed,
  internalErrorsExposed,
  noCustomDomain,
  restApiWithoutNeed,
  noRequestValidation,
  noAccessLog,
  secretInAuthorizerContext,
  integrationOverTimeLimit,
  missingInvokePermission,
  payloadOverLimit,
  binaryWithoutMediaType,
  undeployedChanges,
  accountLimitShared,
  cacheSharedBetweenMethods,
  logRoleNeeded,
  idleWebsocketConnections,
  tracingOff,
]

export function findReviewRule(id: string): ReviewRule | undefined {
  return REVIEW_RULES.find((rule) => rule.id === id)
}

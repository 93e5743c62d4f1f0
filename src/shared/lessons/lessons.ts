import { aBiggerBurstOnlyWaits } from './a-bigger-burst-only-waits'
import { aCacheCostsByTheHour } from './a-cache-costs-by-the-hour'
import { aCachedAnswerCoversMore } from './a-cached-answer-covers-more'
import { aCanaryDrawsEachTime } from './a-canary-draws-each-time'
import { aDeploymentKeepsTheCache } from './a-deployment-keeps-the-cache'
import { aHitTakesAToken } from './a-hit-takes-a-token'
import { aKeyIsNotALogin } from './a-key-is-not-a-login'
import { aModelAloneChecksNothing } from './a-model-alone-checks-nothing'
import { aNoisyNeighbour } from './a-noisy-neighbour'
import { aPlanIsNotACap } from './a-plan-is-not-a-cap'
import { aRateIsNotAConcurrency } from './a-rate-is-not-a-concurrency'
import { aRefusedCallCostsTokens } from './a-refused-call-costs-tokens'
import { aRetryBudget } from './a-retry-budget'
import { aRetryStorm } from './a-retry-storm'
import { aTtlAloneCachesNothing } from './a-ttl-alone-caches-nothing'
import { aTtlOfZeroHasAPrice } from './a-ttl-of-zero-has-a-price'
import { aWarmFunctionStartsCold } from './a-warm-function-starts-cold'
import { anHourAfter } from './an-hour-after'
import { backendCacheControl } from './backend-cache-control'
import { backoffWithoutJitter } from './backoff-without-jitter'
import { burstIsNotConcurrency } from './burst-is-not-concurrency'
import { callsThatHang } from './calls-that-hang'
import { eachMethodItsOwnBucket } from './each-method-its-own-bucket'
import { errorsCanBeStored } from './errors-can-be-stored'
import { fiveSecondsAreEnough } from './five-seconds-are-enough'
import type { Lesson } from './lesson'
import { maxAge0FromAnybody } from './max-age-0-from-anybody'
import { ninetyPercentBusy } from './ninety-percent-busy'
import { noTokenNoCall } from './no-token-no-call'
import { oneInstantOrOneSecond } from './one-instant-or-one-second'
import { revokedAndStillIn } from './revoked-and-still-in'
import { theLongTail } from './the-long-tail'
import { theQueryString } from './the-query-string'
import { theSmallestBucketDecides } from './the-smallest-bucket-decides'
import { twoKindsOf429 } from './two-kinds-of-429'
import { usersAreNotARate } from './users-are-not-a-rate'
import { whoAPlanThrottles } from './who-a-plan-throttles'
import { whoseDataIsThis } from './whose-data-is-this'

/** All lessons, in the order in which they are best taken. The lessons of one topic stand together. */
export const LESSONS: readonly Lesson[] = [
  burstIsNotConcurrency,
  oneInstantOrOneSecond,
  aBiggerBurstOnlyWaits,
  theSmallestBucketDecides,
  aNoisyNeighbour,
  eachMethodItsOwnBucket,
  aRefusedCallCostsTokens,
  whoAPlanThrottles,
  twoKindsOf429,
  aPlanIsNotACap,
  aKeyIsNotALogin,
  aCachedAnswerCoversMore,
  revokedAndStillIn,
  anHourAfter,
  aTtlOfZeroHasAPrice,
  aTtlAloneCachesNothing,
  noTokenNoCall,
  theQueryString,
  whoseDataIsThis,
  maxAge0FromAnybody,
  backendCacheControl,
  errorsCanBeStored,
  fiveSecondsAreEnough,
  aHitTakesAToken,
  aCacheCostsByTheHour,
  aModelAloneChecksNothing,
  callsThatHang,
  aWarmFunctionStartsCold,
  aRateIsNotAConcurrency,
  ninetyPercentBusy,
  theLongTail,
  aRetryStorm,
  backoffWithoutJitter,
  aRetryBudget,
  usersAreNotARate,
  aDeploymentKeepsTheCache,
  aCanaryDrawsEachTime,
]

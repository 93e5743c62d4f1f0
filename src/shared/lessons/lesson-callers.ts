import type { ApiKey } from '../design/api-key'
import type { Authorizer } from '../design/authorizer'
import type { Design } from '../design/design'
import type { Method } from '../design/method'
import type { UsagePlan } from '../design/usage-plan'
import { lambdaUri } from './lambda-proxy'
import { LESSON_API, LESSON_STAGE } from './lesson-api'

/** A method that asks the authorizer of `tokenAuthorizer`. */
export const AUTHORIZED: Partial<Method> = { authorizationType: 'CUSTOM', authorizerId: 'session' }

/** A method that wants an API key. */
export const KEYED: Partial<Method> = { apiKeyRequired: true }

/** A Lambda authorizer that reads the Authorization header and keeps its results for so many seconds. */
export function tokenAuthorizer(authorizerResultTtlInSeconds: number): { readonly session: Authorizer } {
  return {
    session: {
      type: 'TOKEN',
      identitySource: 'method.request.header.Authorization',
      authorizerUri: AUTHORIZER_URI,
      authorizerResultTtlInSeconds,
    },
  }
}

export const AUTHORIZER_URI = lambdaUri('session')

/** Keys of these names, all in one plan over the lesson's stage. */
export function planWithKeys(
  names: readonly string[],
  plan: Pick<UsagePlan, 'throttle' | 'quota'>,
): Pick<Design, 'apiKeys' | 'usagePlans'> {
  const apiKeys = names.map((name, at): ApiKey => {
    const id = `key${String(at + 1).padStart(7, '0')}`
    return { id, name, enabled: true, value: `${id}lessonvalue` }
  })
  return {
    apiKeys,
    usagePlans: [
      {
        id: 'plan01',
        name: 'Standard',
        ...plan,
        apiStages: [{ apiId: LESSON_API, stage: LESSON_STAGE }],
        keyIds: apiKeys.map(({ id }) => id),
      },
    ],
  }
}

import type { LocalServiceName } from '@shared/contract/services'
import type { Integration } from '@shared/design/integration'
import { ServiceException } from './service-exception'

type Fault = Exclude<NonNullable<Integration['fault']>, 'timeout'>

/** Code and status of a failure that a service answers. */
type Failure = readonly [code: string, status: number]

/** How each service says it. Source: API references of the services, "Common errors" and errors of their operations. */
const FAILURES: Readonly<Record<LocalServiceName, Readonly<Record<Fault, Failure>>>> = {
  appconfig: {
    throttled: ['ThrottlingException', 429],
    'no-permission': ['AccessDeniedException', 403],
    error: ['InternalServerException', 500],
  },
  dynamodb: {
    throttled: ['ProvisionedThroughputExceededException', 400],
    'no-permission': ['AccessDeniedException', 400],
    error: ['InternalServerError', 500],
  },
  events: {
    throttled: ['ThrottlingException', 400],
    'no-permission': ['AccessDeniedException', 400],
    error: ['InternalException', 500],
  },
  kinesis: {
    throttled: ['ProvisionedThroughputExceededException', 400],
    'no-permission': ['AccessDeniedException', 400],
    error: ['InternalFailure', 500],
  },
  s3: { throttled: ['SlowDown', 503], 'no-permission': ['AccessDenied', 403], error: ['InternalError', 500] },
  sns: { throttled: ['Throttled', 429], 'no-permission': ['AuthorizationError', 403], error: ['InternalError', 500] },
  sqs: {
    throttled: ['RequestThrottled', 403],
    'no-permission': ['AccessDenied', 403],
    error: ['InternalFailure', 500],
  },
  states: {
    throttled: ['ThrottlingException', 400],
    'no-permission': ['AccessDeniedException', 400],
    error: ['InternalFailure', 500],
  },
}

const MESSAGES: Readonly<Record<string, string>> = {
  AccessDenied: 'Access Denied',
  SlowDown: 'Please reduce your request rate.',
}

/** The refusal that plays a fault. `role`: whose permission is missing. */
export function faultException(service: LocalServiceName, fault: Fault, role: string): ServiceException {
  const [code, status] = FAILURES[service][fault]
  const hint = `plays the fault "${fault}"`
  return new ServiceException(code, service === 's3' ? (MESSAGES[code] ?? hint) : messageOf(fault, service, role), {
    status,
    hint,
  })
}

function messageOf(fault: Fault, service: string, role: string): string {
  switch (fault) {
    case 'throttled':
      return 'Rate exceeded'
    case 'no-permission':
      return `User: ${role} is not authorized to perform this action of ${service} because no identity-based policy allows it`
    case 'error':
      return 'The request processing has failed because of an unknown error.'
  }
}

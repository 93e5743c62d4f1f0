import { ServiceException } from './service-exception'

/** What a stand-in answers to an operation that it does not have, under the code of its service. */
export function unsupportedOperation(
  code: string,
  service: string,
): (action: string, supported: string) => ServiceException {
  return (action, supported) => {
    const message =
      `${action.slice(0, 100)} is not supported by the local ${service}, which runs ${supported}. ` +
      'Set the backend of the integration to an endpoint that has it.'
    return new ServiceException(code, message, { hint: message })
  }
}

import { ServiceException } from '../service-exception'

/** 400 ValidationException. `hint`: what a person should know beside it, for the log. */
export function validation(message: string, hint?: string): ServiceException {
  return new ServiceException('ValidationException', message, hint === undefined ? {} : { hint })
}

/** What the local DynamoDB does not have, named for the caller and for the log. */
export function unsupported(what: string): ServiceException {
  const message = `${what} is not supported by the local DynamoDB. Set the backend of the integration to an endpoint that has it.`
  return validation(message, message)
}

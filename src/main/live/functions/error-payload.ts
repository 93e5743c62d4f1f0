import type { FunctionError } from './handler-messages'

/**
 * What Lambda answers the caller of a function that failed, as JSON text. Node and Python write its members in different orders.
 * Source: Lambda Developer Guide, "Lambda function errors in Node.js" and "... in Python".
 */
export function errorPayload({ errorType, errorMessage, trace, stackTrace, requestId }: FunctionError): string {
  if (stackTrace !== undefined) return JSON.stringify({ errorMessage, errorType, requestId, stackTrace })
  return JSON.stringify({ errorType, errorMessage, trace })
}

import type { ReferenceEntry } from './reference-entry'

/** Why API Gateway itself answers; meant for gateway responses. Source: API Gateway Developer Guide, "Variables for data transformations", `$context`. */
export const CONTEXT_ERROR_REFERENCE: readonly ReferenceEntry[] = [
  {
    name: 'error.message',
    signature: '$context.error.message',
    returns: 'String',
    doc: 'The message of the error.',
    caution: 'Without quotes, and not escaped.',
    insert: '\\$context.error.message',
  },
  {
    name: 'error.messageString',
    signature: '$context.error.messageString',
    returns: 'String',
    doc: 'The message of the error with JSON quotes around it.',
    missing: 'Gives null.',
    insert: '\\$context.error.messageString',
  },
  {
    name: 'error.responseType',
    signature: '$context.error.responseType',
    returns: 'String',
    doc: 'The type of the gateway response: UNAUTHORIZED, THROTTLED, ...',
    insert: '\\$context.error.responseType',
  },
  {
    name: 'error.validationErrorString',
    signature: '$context.error.validationErrorString',
    returns: 'String',
    doc: 'What the request validator found.',
    missing: 'Prints nothing unless the request was refused as invalid.',
    insert: '\\$context.error.validationErrorString',
  },
]

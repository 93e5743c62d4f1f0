import { CONTEXT_AUTHORIZER_REFERENCE } from './context-authorizer-reference'
import { CONTEXT_ERROR_REFERENCE } from './context-error-reference'
import { CONTEXT_IDENTITY_REFERENCE } from './context-identity-reference'
import { CONTEXT_OVERRIDE_REFERENCE } from './context-override-reference'
import { CONTEXT_REQUEST_REFERENCE } from './context-request-reference'
import type { ReferenceGroup } from './reference-entry'

/** Every member of `$context` that a REST API's templates know; a last part `name` stands for any name. */
export const CONTEXT_REFERENCE: ReferenceGroup = {
  id: 'context',
  title: '$context',
  doc: 'The call: who made it, what it reached, and what to change in the answer.',
  entries: [
    ...CONTEXT_REQUEST_REFERENCE,
    ...CONTEXT_IDENTITY_REFERENCE,
    ...CONTEXT_AUTHORIZER_REFERENCE,
    ...CONTEXT_ERROR_REFERENCE,
    ...CONTEXT_OVERRIDE_REFERENCE,
  ],
}

import type { ReferenceEntry } from './reference-entry'

/** What the authorizer said. Source: API Gateway Developer Guide, "Variables for data transformations", `$context`. */
export const CONTEXT_AUTHORIZER_REFERENCE: readonly ReferenceEntry[] = [
  {
    name: 'authorizer.principalId',
    signature: '$context.authorizer.principalId',
    returns: 'String',
    doc: 'Who a Lambda authorizer says the caller is.',
    missing: 'Prints nothing when the method has no authorizer.',
    insert: '\\$context.authorizer.principalId',
  },
  {
    name: 'authorizer.claims.name',
    signature: '$context.authorizer.claims.name',
    returns: 'String',
    doc: 'One claim of the token that a Cognito user pool issued: sub, email, custom:name, ...',
    missing: 'Prints nothing when the method has no authorizer.',
    caution: '$context.authorizer.claims itself prints nothing.',
    insert: '\\$context.authorizer.claims.${1:sub}',
  },
  {
    name: 'authorizer.name',
    signature: '$context.authorizer.name',
    returns: 'String',
    doc: 'One member of the context that a Lambda authorizer returned.',
    missing: 'Prints nothing when the method has no authorizer.',
    caution: 'Always a text: a number and true come as "1" and "true".',
    insert: '\\$context.authorizer.${1:name}',
  },
]

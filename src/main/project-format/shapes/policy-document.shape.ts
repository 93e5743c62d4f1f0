import type { PolicyDocument, PolicyStatement } from '@shared/design/policy-document'
import { anything, oneOrMore, optional, record, required, struct, text, word } from '../shape'

const names = oneOrMore(text)

export const policyStatementShape = struct<PolicyStatement>('PolicyStatement', {
  Sid: optional(text),
  Effect: required(word('Allow', 'Deny')),
  Principal: optional(anything),
  NotPrincipal: optional(anything),
  Action: optional(names),
  NotAction: optional(names),
  Resource: optional(names),
  NotResource: optional(names),
  Condition: optional(record(record(anything))),
})

export const policyDocumentShape = struct<PolicyDocument>('PolicyDocument', {
  Version: optional(text),
  Id: optional(text),
  Statement: required(oneOrMore(policyStatementShape)),
})

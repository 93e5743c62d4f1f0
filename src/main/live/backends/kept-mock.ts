import type { TemplateRun } from '@shared/contract/gateway'
import type { Integration } from '@shared/design/integration'
import { headerValue } from '../../engine/mapping/header-list'
import type { Message } from '../request/message'
import type { BackendAnswer } from './backend-answer'

/** An answer with the template runs that it came from, to be told of again. */
export interface KeptAnswer {
  readonly answer: BackendAnswer
  readonly runs: readonly TemplateRun[]
}

/** Media types that answers are kept for; a client may name any number. */
const MOST_KEPT = 16

/** Answers of one MOCK that is constant: each is mapped once. */
export class KeptMock {
  private readonly answers = new Map<string, KeptAnswer>()

  /** The answer to a request, `made` where it is not kept yet. */
  answer({ headers }: Message, make: () => KeptAnswer): KeptAnswer {
    // No header holds a line's end.
    const contentType = headerValue(headers, 'content-type') ?? '\n'
    const key = `${contentType}\n${headerValue(headers, 'accept') ?? ''}`
    const kept = this.answers.get(key)
    if (kept !== undefined) return kept
    const made = make()
    if (this.answers.size < MOST_KEPT) this.answers.set(key, made)
    return made
  }
}

/**
 * Whether a MOCK answers every request without a body alike, but for its media types: they choose the templates, and these are plain text
 * that reads nothing of the request.
 */
export function isConstantMock({ type, fault, ...integration }: Integration): boolean {
  const { requestParameters = {}, requestTemplates = {}, integrationResponses } = integration
  if (type !== 'MOCK' || fault !== undefined || Object.keys(requestParameters).length > 0) return false
  return (
    Object.values(requestTemplates).every(isPlainText) &&
    integrationResponses.every(
      ({ responseParameters = {}, responseTemplates = {} }) =>
        Object.values(responseParameters).every(isLiteral) && Object.values(responseTemplates).every(isPlainText),
    )
  )
}

/** No reference and no directive. */
function isPlainText(template: string): boolean {
  return !/[$#]/.test(template)
}

function isLiteral(expression: string): boolean {
  return /^'.*'$/s.test(expression)
}

import type { HttpAnswer } from './http-answer'
import { applyHeaderChanges, compileChanges, resolveChanges, type ParameterChange } from './header-changes'
import type { MappingSource } from './mapping-source'
import { isReservedHeader } from '@shared/design/v2-rules/reserved-headers'

/** By the status that the integration answers, exactly. */
export type ResponseMappings = ReadonlyMap<number, readonly ParameterChange[]>

export function compileResponseMappings(
  responseParameters: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined,
): ResponseMappings {
  return new Map(
    Object.entries(responseParameters ?? {}).flatMap(([status, parameters]) =>
      /^\d{3}$/.test(status) ? [[Number(status), compileChanges(parameters)] as const] : [],
    ),
  )
}

/**
 * A backend's answer with the `responseParameters` of its status applied. A status that a mapping sets is not looked up again.
 * Source: API Gateway Developer Guide, "Transforming API requests and responses"; http-api.md 8.5.
 */
export function mapHttpResponse(
  answer: HttpAnswer,
  mappings: ResponseMappings,
  source: () => MappingSource,
): HttpAnswer {
  const changes = mappings.get(answer.status)
  if (changes === undefined) return answer
  const resolved = resolveChanges(changes, source())
  const status = resolved.find(({ target }) => target === 'statuscode')?.text
  return {
    ...answer,
    status: isStatus(status) ? Number(status) : answer.status,
    headers: applyHeaderChanges(
      answer.headers,
      resolved.filter(({ target, name }) => target === 'header' && !isReservedHeader(name)),
    ),
  }
}

function isStatus(text: string | undefined): boolean {
  return text !== undefined && /^[2-5]\d\d$/.test(text.trim())
}

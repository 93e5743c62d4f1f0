import { evaluateCommon, type MappingScope } from './common-expression'
import { headerValues, type HeaderList } from './header-list'
import type { MappedBody } from './mapped-body'
import { ABSENT_VALUE, mappedText, type MappedValue } from './mapped-value'
import { configurationFailure } from './mapping-failure'

/** What a response mapping reads from the backend's answer. */
export interface ResponseSource {
  readonly headers: HeaderList
  readonly body: MappedBody
}

/**
 * `integration.response.{header|multivalueheader}.N`, `integration.response.body` with or without a JSONPath, and what every mapping
 * knows. Source: rest-api.md 9.7.
 */
export function evaluateResponseExpression(
  expression: string,
  scope: MappingScope,
  { headers, body }: ResponseSource,
): MappedValue {
  const common = evaluateCommon(expression, scope)
  if (common !== undefined) return common
  if (expression === 'integration.response.body') return mappedText(body.text)
  const [, location, name] = /^integration\.response\.([a-z]+)\.(.+)$/s.exec(expression) ?? []
  if (location === 'header') return mappedText(headerValues(headers, name!).at(-1))
  if (location === 'multivalueheader') return mappedText(headerValues(headers, name!).join(','))
  if (location !== 'body') return configurationFailure(`invalid mapping expression: ${expression}`)
  const found = body.find(name!)
  switch (found.kind) {
    case 'found':
      return mappedText(found.text)
    case 'absent':
      return ABSENT_VALUE
    case 'invalid':
      return configurationFailure(`invalid mapping expression: ${expression}`)
    case 'unreadable':
      return configurationFailure(`the response body is no JSON, but the mapping ${expression} reads from it`)
  }
}

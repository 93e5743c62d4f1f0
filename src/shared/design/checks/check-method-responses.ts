import type { Diagnostic } from '../../diagnostic'
import { problem, type Path } from './problem'
import type { MethodScope } from './scope'

/** Statuses of method and integration responses: a status each, one entry a status, integration statuses declared. */
export function checkMethodResponses({ at, routeKey, method }: MethodScope): Diagnostic[] {
  const { integration, methodResponses } = method
  const integrationResponses = integration?.integrationResponses ?? []
  const responsesAt = [...at, 'integration', 'integrationResponses']
  return [
    ...checkStatuses(`${routeKey}, method response`, methodResponses, [...at, 'methodResponses']),
    ...checkStatuses(`${routeKey}, integration response`, integrationResponses, responsesAt),
    ...checkDeclared({ at: responsesAt, routeKey, method, responses: integrationResponses }),
  ]
}

interface HasStatus {
  readonly statusCode: string
}

function checkStatuses(label: string, responses: readonly HasStatus[], at: Path): Diagnostic[] {
  const seen = new Set<string>()
  return responses.flatMap(({ statusCode }, index): Diagnostic[] => {
    const field = [...at, index, 'statusCode']
    if (!/^[1-5]\d\d$/.test(statusCode)) {
      const message = `${label} ${index + 1}: "${statusCode}" is not a status. Give a number from 100 to 599.`
      return [problem('design/status-code-invalid', field, message)]
    }
    const isNew = !seen.has(statusCode)
    seen.add(statusCode)
    const message = `${label} ${statusCode} is there more than once. AWS keeps one entry per status; remove the others.`
    return isNew ? [] : [problem('design/status-code-duplicate', field, message)]
  })
}

interface DeclaredScope extends Pick<MethodScope, 'at' | 'routeKey' | 'method'> {
  readonly responses: readonly HasStatus[]
}

/** Only where integration responses are used at all; proxies pass on what they get. Source: rest-api.md 9.1, failures. */
function checkDeclared({ at, routeKey, method, responses }: DeclaredScope): Diagnostic[] {
  const type = method.integration?.type
  if (type === undefined || type === 'AWS_PROXY' || type === 'HTTP_PROXY') return []
  if (responses.length === 0) {
    const message = `${routeKey}: the ${type} integration has no integration response, so every call ends with 500. Add one for 200.`
    return [problem('design/integration-response-missing', at, message, 'warning')]
  }
  const declared = new Set(method.methodResponses.map((response) => response.statusCode))
  return responses.flatMap(({ statusCode }, index) => {
    if (declared.has(statusCode)) return []
    const message = `${routeKey}: integration response ${statusCode} has no method response, so it ends with 500. Add method response ${statusCode}.`
    return [problem('design/method-response-missing', [...at, index, 'statusCode'], message, 'warning')]
  })
}

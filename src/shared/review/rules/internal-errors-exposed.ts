import { updateIntegration } from '../../design/edits/update-integration'
import type { Design } from '../../design/design'
import type { IntegrationResponse } from '../../design/integration'
import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import { functionTarget } from '../scopes/function-target'
import { restMethods } from '../scopes/rest-methods'
import { gatewayTemplates, mappingTemplates } from '../scopes/templates'

export const internalErrorsExposed: ReviewRule = {
  id: 'internal-errors-exposed',
  title: 'Errors tell strangers how the inside works',
  severity: 'warning',
  what: 'Answers that print stack traces or errors of the integration or the authorizer, and answers for failed functions that pass the function’s error on as it is.',
  why: 'Names of files, tables and hosts help whoever looks for a way in, and clients come to depend on them.',
  source: 'Guide 000, anti-pattern 9; rest-api.md 10.',
  find: (design) => [...printedFindings(design), ...passedOnFindings(design)],
}

const RULE = internalErrorsExposed
const INTERNAL_TEXT = /\bstackTrace\b/
const INTERNAL_VARIABLE = /\$\{?context\.(integrationErrorMessage|integration\.error|authorizer\.error)\b/

function printedFindings(design: Design): Finding[] {
  const answers = mappingTemplates(design).filter(({ at }) => at.includes('responseTemplates'))
  return [...answers, ...gatewayTemplates(design)].flatMap(({ api, at, name, text }) => {
    const printed = INTERNAL_TEXT.exec(text)?.[0] ?? INTERNAL_VARIABLE.exec(text)?.[0]
    if (printed === undefined) return []
    const message = `${api.name}, ${name}: the answer prints ${printed}. Answer with a text of your own and keep the details in the log.`
    return [finding(RULE, at, message)]
  })
}

/** A failed function answers with errorMessage, errorType and stackTrace; without a template all of it goes out. */
function passedOnFindings(design: Design): Finding[] {
  return restMethods(design).flatMap(({ api, at, routeKey, path, verb, method: { integration } }) => {
    if (integration?.type !== 'AWS' || functionTarget(integration.uri) === null) return []
    const responses = integration.integrationResponses
    return responses.flatMap((response, index) => {
      if (response.selectionPattern === undefined || Object.keys(response.responseTemplates ?? {}).length > 0) return []
      if (!isError(response)) return []
      const fix = {
        label: `Answer ${response.statusCode} of ${routeKey} with a text that tells nothing`,
        apply: (current: Design) => {
          const integrationResponses = responses.with(index, { ...response, responseTemplates: { ...GENERIC } })
          return updateIntegration(current, api.id, path, verb, { integrationResponses })
        },
      }
      const message = `${api.name}, ${routeKey}: the answer ${response.statusCode} passes the function’s error on, with its type and stack trace. Give it a template with a text of your own.`
      return [finding(RULE, [...at, 'integration', 'integrationResponses', index], message, { fix })]
    })
  })
}

const GENERIC = {
  'application/json': '{"message": "The request could not be handled.", "requestId": "$context.requestId"}',
}

function isError({ statusCode }: IntegrationResponse): boolean {
  return /^[45]/.test(statusCode)
}

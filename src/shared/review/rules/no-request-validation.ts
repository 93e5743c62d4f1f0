import type { Design } from '../../design/design'
import type { Method } from '../../design/method'
import type { RestApi } from '../../design/rest-api'
import type { RequestValidator } from '../../design/request-validator'
import { putRequestValidator } from '../../design/edits/put-request-validator'
import { updateMethod } from '../../design/edits/update-method'
import { findRestApi } from '../../design/route-key'
import { finding } from '../finding'
import type { FindingFix, ReviewRule } from '../review-rule'
import { restMethods, type RestMethodScope } from '../scopes/rest-methods'

export const noRequestValidation: ReviewRule = {
  id: 'no-request-validation',
  title: 'Malformed requests reach, and are billed by, the backend',
  severity: 'warning',
  what: 'Methods with a model or a required parameter that no validator checks, and methods that take a body without any model.',
  why: 'A model alone checks nothing. Every malformed request is an invocation that is paid for, and an error that the function has to find.',
  source: 'Guide 003, "Enable request validation"; guide 000; rest-api.md 8.',
  find: (design) =>
    restMethods(design).flatMap((scope) => {
      const { api, at, routeKey, verb, method } = scope
      if (method.integration === undefined || method.integration.type === 'MOCK') return []
      const missing = uncheckedParts(api, method)
      if (missing.length > 0) {
        const message = `${api.name}, ${routeKey}: it names ${missing.join(' and ')}, but no validator checks ${missing.length === 1 && missing[0] === MODEL ? 'it' : 'them'}. Give it a request validator.`
        return [finding(noRequestValidation, at, message, { fix: fixOf(scope) })]
      }
      const takesBody = verb === 'POST' || verb === 'PUT' || verb === 'PATCH'
      if (!takesBody || Object.keys(method.requestModels ?? {}).length > 0) return []
      const message = `${api.name}, ${routeKey}: any body reaches the backend. Describe it with a model and check it with a request validator.`
      return [finding(noRequestValidation, at, message, { severity: 'info' })]
    }),
}

const MODEL = 'a model'

/** What is described and not checked. */
function uncheckedParts(api: RestApi, method: Method): string[] {
  const { requestValidatorId: id, requestModels, requestParameters } = method
  const validator = id !== undefined && Object.hasOwn(api.requestValidators, id) ? api.requestValidators[id] : undefined
  const hasModel = Object.values(requestModels ?? {}).some((name) => name !== 'Empty')
  // A path parameter is always there.
  const hasRequired = Object.entries(requestParameters ?? {}).some(
    ([name, isRequired]) => isRequired && !name.startsWith('method.request.path.'),
  )
  return [
    ...(hasModel && validator?.validateRequestBody !== true ? [MODEL] : []),
    ...(hasRequired && validator?.validateRequestParameters !== true ? ['required parameters'] : []),
  ]
}

const CHECKS_ALL: RequestValidator = { validateRequestBody: true, validateRequestParameters: true }

/** Callers who send what the method describes notice nothing. */
function fixOf({ api, path, verb, routeKey }: RestMethodScope): FindingFix {
  return {
    label: `Check requests of ${routeKey}`,
    apply: (design: Design) => {
      const validators = findRestApi(design, api.id)?.requestValidators ?? {}
      const known = Object.entries(validators).find(
        ([, each]) => each.validateRequestBody && each.validateRequestParameters,
      )?.[0]
      const id = known ?? freeId(validators)
      const changed = known === undefined ? putRequestValidator(design, api.id, id, CHECKS_ALL) : design
      return updateMethod(changed, api.id, path, verb, { requestValidatorId: id })
    },
  }
}

function freeId(validators: Readonly<Record<string, unknown>>): string {
  let id = 'all'
  for (let number = 2; Object.hasOwn(validators, id); number++) id = `all-${number}`
  return id
}

import { expect, it } from 'vitest'
import type { IntegrationResponse } from '../../design/integration'
import { designWith, found, foundAfterFixes, FUNCTION_URI, restApi } from '../review.fixture'
import { internalErrorsExposed as RULE } from './internal-errors-exposed'

const answering = (...integrationResponses: IntegrationResponse[]) =>
  designWith(restApi({ 'GET /a': { integration: { type: 'AWS', uri: FUNCTION_URI, integrationResponses } } }))
const RESPONSES = '/apis/0/resources/~1a/methods/GET/integration/integrationResponses'

it('finds answers that pass the error of a function on, and gives them a text', () => {
  const design = answering({ statusCode: '200' }, { statusCode: '500', selectionPattern: '.+' })
  expect([found(RULE, design), foundAfterFixes(RULE, design)]).toEqual([[`warning ${RESPONSES}/1`], []])
})

it('finds templates that print a stack trace or an internal error', () => {
  const responseTemplates = { 'application/json': '{"trace": $input.json("$.stackTrace")}' }
  const design = answering({ statusCode: '500', selectionPattern: '.+', responseTemplates })
  expect(found(RULE, design)).toEqual([`warning ${RESPONSES}/0/responseTemplates/application~1json`])
  const text = { 'application/json': '{"why": "$context.integrationErrorMessage"}' }
  const gatewayResponses = { DEFAULT_5XX: { responseTemplates: text } }
  expect(found(RULE, designWith(restApi({}, { gatewayResponses })))).toEqual([
    'warning /apis/0/gatewayResponses/DEFAULT_5XX/responseTemplates/application~1json',
  ])
})

it('finds nothing in answers with a text of their own', () => {
  const responseTemplates = { 'application/json': '{"message": "Try again later."}' }
  const own = answering({ statusCode: '200' }, { statusCode: '500', selectionPattern: '.+', responseTemplates })
  const text = { 'application/json': '{"message": $context.error.messageString}' }
  const gateway = designWith(restApi({}, { gatewayResponses: { DEFAULT_4XX: { responseTemplates: text } } }))
  expect([...found(RULE, own), ...found(RULE, gateway)]).toEqual([])
})

import { expect, it } from 'vitest'
import type { Integration } from '../../design/integration'
import { designWith, found, FUNCTION_URI, restApi } from '../review.fixture'
import { nonProxyWithoutNeed as RULE } from './non-proxy-without-need'

const design = (more: Partial<Integration> = {}) => {
  const integration: Integration = { type: 'AWS', uri: FUNCTION_URI, integrationResponses: [{ statusCode: '200' }] }
  return designWith(restApi({ 'POST /a': { integration: { ...integration, ...more } } }))
}
const PLACE = 'info /apis/0/resources/~1a/methods/POST/integration/type'

it('finds integrations that map nothing', () => {
  expect(found(RULE, design())).toEqual([PLACE])
  expect(found(RULE, design({ requestTemplates: { 'application/json': "$input.json('$')" } }))).toEqual([PLACE])
})

it('finds nothing where something is mapped, told apart or called later', () => {
  const needed: Partial<Integration>[] = [
    { requestTemplates: { 'application/json': '{"id": "$input.params(\'id\')"}' } },
    { requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } },
    { integrationResponses: [{ statusCode: '200' }, { statusCode: '400', selectionPattern: 'Bad.*' }] },
    { integrationResponses: [{ statusCode: '200', responseTemplates: { 'text/html': '<p>$input.body</p>' } }] },
    { type: 'AWS_PROXY' },
    { uri: 'arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders' },
  ]
  expect(needed.flatMap((more) => found(RULE, design(more)))).toEqual([])
})

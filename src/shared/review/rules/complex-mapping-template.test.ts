import { expect, it } from 'vitest'
import { designWith, found, restApi, webSocketApi } from '../review.fixture'
import { complexMappingTemplate as RULE } from './complex-mapping-template'

const design = (template: string) =>
  designWith(
    restApi({
      'POST /a': {
        integration: { type: 'HTTP', integrationResponses: [], requestTemplates: { 'application/json': template } },
      },
    }),
  )
const PLACE = 'warning /apis/0/resources/~1a/methods/POST/integration/requestTemplates/application~1json'

it('finds templates with many directives, comments left out', () => {
  expect(found(RULE, design('#set($a = 1)\n'.repeat(26)))).toEqual([PLACE])
  expect(found(RULE, design('#set($a = 1)\n'.repeat(25)))).toEqual([])
  expect(found(RULE, design(`${'## #set($a = 1)\n'.repeat(30)}#* ${'#if(1)'.repeat(30)} *#`))).toEqual([])
})

it('finds templates that are deeply nested', () => {
  const nested = (depth: number): string => '#if($a)'.repeat(depth) + '#end'.repeat(depth)
  expect([found(RULE, design(nested(3))), found(RULE, design(nested(4)))]).toEqual([[], [PLACE]])
  expect(found(RULE, design(nested(1).repeat(10)))).toEqual([])
})

it('looks at answers and at WebSocket APIs too', () => {
  const long = { 'application/json': '#set($a = 1)'.repeat(30) }
  const integration = {
    integrationType: 'HTTP',
    integrationResponses: { $default: { responseTemplates: long } },
  } as const
  const api = webSocketApi({ say: {} }, { integrations: { chat: integration } })
  expect(found(RULE, designWith(api))).toEqual([
    'warning /apis/0/integrations/chat/integrationResponses/$default/responseTemplates/application~1json',
  ])
})

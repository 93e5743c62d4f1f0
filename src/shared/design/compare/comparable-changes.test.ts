import { expect, it } from 'vitest'
import type { Design } from '../design'
import { addApi } from '../edits/add-api'
import { updateIntegration } from '../edits/update-integration'
import { newHttpApi } from '../new-http-api'
import { orderDesign, ORDERS } from '../order-design.fixture'
import { comparableChanges, documentScope, type DocumentScope } from './comparable-changes'
import { compareDesigns } from './compare-designs'

/** Without scenarios, plans and stages, with another API and another key source. */
function changed(): Design {
  const design = addApi(orderDesign(), newHttpApi('Shop'))
  const apis = design.apis.map((api) =>
    api.id === ORDERS && api.protocolType === 'REST'
      ? { ...api, apiKeySource: 'AUTHORIZER' as const, stages: {} }
      : api,
  )
  return { ...design, name: 'other', apis, usagePlans: [], domainNames: [], scenarios: [] }
}

function subjects(before: DocumentScope, after: DocumentScope): string[] {
  const changes = compareDesigns(changed(), orderDesign())
  return comparableChanges(changes, before, after).map(({ kind, subject }) => `${kind} ${subject}`)
}

it('two projects: everything', () => {
  expect(subjects('project', 'project')).toEqual([
    'changed API',
    'added Stage prod',
    'added Stage dev',
    'removed API',
    'added Usage plan Premium',
    'added Domain name api.example.com',
    'changed Project',
    'added Scenario rush hour',
  ])
})

it('a template: what is deployed', () => {
  expect(subjects('project', 'apis')).toEqual([
    'changed API',
    'added Stage prod',
    'added Stage dev',
    'removed API',
    'added Usage plan Premium',
    'added Domain name api.example.com',
  ])
})

it('a description of one API: that API', () => {
  expect(subjects('project', 'api')).toEqual(['changed API'])
  expect(subjects('api', 'project')).toEqual(['changed API', 'removed API'])
})

it('two descriptions of different APIs are not the same', () => {
  const shop = { ...orderDesign(), apis: [newHttpApi('Shop')] }
  const changes = comparableChanges(compareDesigns(orderDesign(), shop), 'api', 'api')
  expect(changes.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['added API', 'removed API'])
})

it.each([
  ['Gatewright project', 'project'],
  ['OpenAPI 3.0', 'api'],
  ['Swagger 2.0', 'api'],
  ['SAM template', 'apis'],
])('%s holds %s', (format, scope) => {
  expect(documentScope(format)).toBe(scope)
})

it('handlers, functions and values of keys are asked of another project only', () => {
  const design = orderDesign()
  const bound = updateIntegration(design, ORDERS, '/orders', 'GET', { handler: './a.mjs#b', timeoutInMillis: 5 })
  const apiKeys = design.apiKeys.map((key) => ({ ...key, value: `${key.value}0` }))
  const other: Design = { ...bound, apiKeys, functions: { 'create-order': {} } }
  const changes = compareDesigns(design, other)
  const settings = (after: DocumentScope) =>
    comparableChanges(changes, 'project', after).map(({ subject, setting }) => `${subject} ${setting}`)
  expect(settings('apis')).toEqual(['GET /orders integration.timeoutInMillis', 'Stage prod deployment'])
  expect(settings('project')).toEqual([
    'GET /orders integration.handler',
    'GET /orders integration.timeoutInMillis',
    'Stage prod deployment',
    'API key acme-web value',
    'API key acme-app value',
    'Function create-order ',
  ])
})

import { expect, it } from 'vitest'
import { deploy } from '../../design/edits/deploy'
import { updateMethod } from '../../design/edits/update-method'
import { designWith, found, httpApi, restApi } from '../review.fixture'
import { undeployedChanges as RULE } from './undeployed-changes'

const api = restApi({ 'GET /a': {} })
const deployed = deploy(designWith(api), api.id, 'prod', { id: 'dep001', createdDate: '2026-01-01T00:00:00Z' })

it('finds stages that were never deployed to', () => {
  expect(found(RULE, designWith(api))).toEqual(['warning /apis/0/stages/prod'])
})

it('finds stages that are behind the API, and names what callers do not see', () => {
  const changed = updateMethod(deployed, api.id, '/a', 'GET', { apiKeyRequired: true })
  expect(RULE.find(changed).map(({ pointer, message }) => [pointer, message])).toEqual([
    [
      '/apis/0/stages/prod/deploymentId',
      'Orders, stage prod: callers do not see GET /a: apiKeyRequired false to true. Deploy the API to it.',
    ],
  ])
})

it('finds nothing where they are the same, nor in APIs that deploy by themselves', () => {
  expect([...found(RULE, deployed), ...found(RULE, designWith(httpApi({ 'GET /a': {} })))]).toEqual([])
})

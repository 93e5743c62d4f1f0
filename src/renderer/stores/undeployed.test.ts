import { expect, it } from 'vitest'
import { addRoute } from '@shared/design/edits/add-route'
import { updateMethod } from '@shared/design/edits/update-method'
import type { Design } from '@shared/design/design'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import type { RestApi } from '@shared/design/rest-api'
import { undeployedChanges } from '@shared/design/undeployed-changes'
import { undeployedChangesOf } from './undeployed'

/** As read from a file: nothing of the deployment is the same object as in the API. */
const read: RestApi = structuredClone(newRestApi('Shop'))
const design: Design = { ...emptyDesign('shop'), apis: [read] }
const apiOf = (each: Design): RestApi => each.apis[0] as RestApi

it('finds what the plain comparison finds, edit after edit', () => {
  const added = addRoute(design, read.id, '/orders', 'POST')
  const changed = updateMethod(added, read.id, '/', 'GET', { apiKeyRequired: true })
  const undone = updateMethod(changed, read.id, '/', 'GET', { apiKeyRequired: false })
  const steps = [design, added, changed, undone].map(apiOf)
  expect(steps.map((api) => undeployedChangesOf(api, 'prod'))).toEqual(
    steps.map((api) => undeployedChanges(api, 'prod')),
  )
})

it('gives the same answer object again for the same API', () => {
  expect(undeployedChangesOf(read, 'prod')).toBe(undeployedChangesOf(read, 'prod'))
})

it('finds nothing for a stage that does not exist', () => {
  expect(undeployedChangesOf(read, 'none')).toEqual([])
})

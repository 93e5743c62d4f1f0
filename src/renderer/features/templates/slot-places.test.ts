import { expect, test } from 'vitest'
import { addRoute } from '@shared/design/edits/add-route'
import { updateIntegration } from '@shared/design/edits/update-integration'
import type { Design } from '@shared/design/design'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { slotPlaces } from './slot-places'

const api = { ...newRestApi('Shop'), resources: {} }
const withRoute = addRoute({ ...emptyDesign('shop'), apis: [api] }, api.id, '/orders', 'POST')
const place = { apiId: api.id, path: '/orders', verb: 'POST' }

const withResponses = (...integrationResponses: { statusCode: string; selectionPattern?: string }[]): Design =>
  updateIntegration(withRoute, api.id, '/orders', 'POST', { integrationResponses })

test('a route takes a request template, and one for each of its responses', () => {
  const responses = [{ statusCode: '200' }, { statusCode: '400', selectionPattern: 'Bad.*' }]
  expect(slotPlaces(withResponses(...responses)).map(({ label, slot }) => [label, slot])).toEqual([
    ['POST /orders, request template', place],
    ['POST /orders, response template 200', { ...place, statusCode: '200' }],
    ['POST /orders, response template 400', { ...place, statusCode: '400' }],
  ])
})

test('responses of one status are told apart by their pattern', () => {
  const responses = [{ statusCode: '400' }, { statusCode: '400', selectionPattern: 'bad.*' }]
  expect(slotPlaces(withResponses(...responses)).map(({ label }) => label)).toEqual([
    'POST /orders, request template',
    'POST /orders, response template 400',
    'POST /orders, response template 400 for bad.*',
  ])
})

test('a proxy integration takes none', () => {
  const proxied = updateIntegration(withRoute, api.id, '/orders', 'POST', { type: 'AWS_PROXY' })
  expect(slotPlaces(proxied)).toEqual([])
})

test('several APIs are named', () => {
  const other = { ...api, name: 'Other', id: 'other00001' }
  const design = addRoute({ ...withRoute, apis: [...withRoute.apis, other] }, other.id, '/', 'GET')
  expect(slotPlaces(design).map(({ label }) => label)).toEqual([
    'Shop: POST /orders, request template',
    'Shop: POST /orders, response template 200',
    'Other: GET /, request template',
    'Other: GET /, response template 200',
  ])
})

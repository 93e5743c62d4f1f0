import { expect, test } from 'vitest'
import { MENU_COMMANDS } from '@shared/contract/menu'
import { addRoute } from '@shared/design/edits/add-route'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { commandEntries, designEntries, lessonEntries } from './entries'

const API = newRestApi('OrderAPI')
const DESIGN = setMethodSetting(
  addRoute({ ...emptyDesign('orders'), apis: [API] }, API.id, '/orders', 'POST'),
  API.id,
  'prod',
  '/orders/POST',
  { throttlingRateLimit: 100, throttlingBurstLimit: 50 },
)
const PLACE = { apiId: API.id, stage: 'prod', routeKey: 'POST /orders' }

test('the settings of the route in front come first, with their value and the field they lead to', () => {
  expect(designEntries(DESIGN, PLACE)[0]).toEqual({
    id: 'throttle POST /orders',
    group: 'settings',
    title: 'Method throttle',
    detail: 'POST /orders, 100 / 50',
    target: { kind: 'field', pointer: '/apis/0/stages/prod/methodSettings/~1orders~1POST/throttlingRateLimit' },
  })
})

test('an inherited limit says where it comes from', () => {
  const details = designEntries(DESIGN, PLACE).filter(({ title }) => title.includes('throttle'))
  expect(details.map(({ title, detail }) => `${title}: ${detail}`)).toEqual([
    'Method throttle: POST /orders, 100 / 50',
    'Stage throttle: prod, all methods, not set',
    'Account throttle: us-east-1, 10,000 / 5,000',
    'Method throttle: GET /, 10,000 / 5,000, from the account',
  ])
})

test('without a REST API only what is shared can be gone to', () => {
  expect(designEntries(emptyDesign('empty'), { apiId: null, stage: null, routeKey: null }).map(({ id }) => id)).toEqual(
    ['account throttle'],
  )
})

test('no two entries have the same id', () => {
  const ids = [...designEntries(DESIGN, PLACE), ...commandEntries(), ...lessonEntries()].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every command but the palette itself is in the palette', () => {
  expect(commandEntries()).toHaveLength(MENU_COMMANDS.length - 1)
})

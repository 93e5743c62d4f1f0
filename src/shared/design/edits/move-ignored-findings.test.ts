import { expect, it } from 'vitest'
import type { Design } from '../design'
import { newHttpApi } from '../new-http-api'
import { orderDesign, ORDERS } from '../order-design.fixture'
import { addApi } from './add-api'
import { removeApi } from './remove-api'
import { removeScenario } from './remove-scenario'
import { removeUsagePlan } from './remove-usage-plan'

function ignoring(...pointers: string[]): Design {
  const design = addApi(orderDesign(), newHttpApi('Items'))
  return { ...design, review: { ignored: pointers.map((pointer) => ({ rule: 'r', pointer, reason: 'x' })) } }
}
const pointers = (design: Design): string[] | undefined => design.review?.ignored.map(({ pointer }) => pointer)

it('follows an API that moves up, and goes with one that goes', () => {
  const design = ignoring('/apis/0/stages/prod', '/apis/1/stages/$default', '/apis/1', '')
  expect(pointers(removeApi(design, ORDERS))).toEqual(['/apis/0/stages/$default', '/apis/0', ''])
})

it('goes with usage plans and scenarios', () => {
  expect(pointers(removeUsagePlan(ignoring('/usagePlans/0/throttle', '/account'), 'plan01'))).toEqual(['/account'])
  expect(pointers(removeScenario(ignoring('/scenarios/0', '/account'), 'rush hour'))).toEqual(['/account'])
})

it('leaves nothing behind when the last one goes', () => {
  expect('review' in removeApi(ignoring('/apis/0'), ORDERS)).toBe(false)
})

it('keeps what leads nowhere, for the review to name', () => {
  expect(pointers(removeApi(ignoring('/apis/7', '/apis', '/apis/x'), ORDERS))).toEqual(['/apis/7', '/apis', '/apis/x'])
})

it('changes nothing where nothing is taken away', () => {
  const design = ignoring('/apis/0')
  expect(removeApi(design, 'nobody')).toBe(design)
})

import { describe, expect, test } from 'vitest'
import type { Design } from '../design'
import type { MappingTemplate, TemplateCase, TemplateSlot } from '../mapping-template'
import { orderDesign, ORDERS } from '../order-design.fixture'
import { templateOfSlot } from '../template-slots'
import { applyTemplate } from './apply-template'
import { attachTemplate } from './attach-template'
import { openTemplateOfSlot } from './open-template-of-slot'
import { putTemplate } from './put-template'
import { putTemplateCase } from './put-template-case'
import { removeApi } from './remove-api'
import { removeRoute } from './remove-route'
import { removeTemplate } from './remove-template'
import { removeTemplateCase } from './remove-template-case'
import { renameRoute } from './rename-route'
import { renameTemplate } from './rename-template'
import { renameTemplateCase } from './rename-template-case'
import { updateIntegration } from './update-integration'
import { updateMethod } from './update-method'

const design = orderDesign()
const empty: TemplateCase = { name: 'empty', event: { body: null }, expected: { output: '{}' } }
const full: TemplateCase = { name: 'full', event: { body: '{"a":1}' }, expected: { output: '{"a":1}' } }
const echo: MappingTemplate = { source: "$input.json('$')", profile: 'apigw', cases: [empty, full] }
const other: MappingTemplate = { source: '{}', profile: 'velocity', cases: [] }
const withEcho = putTemplate(design, 'echo.vtl', echo)
const withBoth = putTemplate(withEcho, 'other.vtl', other)

const REQUEST: TemplateSlot = { apiId: ORDERS, path: '/orders/{id}', verb: 'GET', contentType: 'application/json' }
const RESPONSE: TemplateSlot = { ...REQUEST, statusCode: '200' }

function cases(changed: Design): readonly TemplateCase[] | undefined {
  return changed.templates?.['echo.vtl']?.cases
}

function slots(changed: Design): Record<string, TemplateSlot | undefined> {
  return Object.fromEntries(Object.entries(changed.templates ?? {}).map(([name, { slot }]) => [name, slot]))
}

describe('saved templates', () => {
  test('one is added or replaced', () => {
    expect(withEcho.templates).toEqual({ 'echo.vtl': echo })
    expect(putTemplate(withBoth, 'echo.vtl', other).templates).toEqual({ 'echo.vtl': other, 'other.vtl': other })
    expect(putTemplate(withBoth, 'echo.vtl', echo)).toBe(withBoth)
    expect(putTemplate(design, '__proto__', echo)).toBe(design)
  })

  test('one goes, and the list with the last', () => {
    expect(removeTemplate(withBoth, 'echo.vtl').templates).toEqual({ 'other.vtl': other })
    expect(removeTemplate(withEcho, 'echo.vtl')).toEqual(design)
    expect(removeTemplate(design, 'echo.vtl')).toBe(design)
    expect(removeTemplate(withEcho, 'toString')).toBe(withEcho)
  })

  test('one gets a new name at its place, unless it is taken', () => {
    const renamed = renameTemplate(withBoth, 'echo.vtl', 'copy.vtl')
    expect(Object.entries(renamed.templates ?? {})).toEqual([
      ['copy.vtl', echo],
      ['other.vtl', other],
    ])
    expect(renameTemplate(withBoth, 'echo.vtl', 'other.vtl')).toBe(withBoth)
    expect(renameTemplate(withBoth, 'gone.vtl', 'new.vtl')).toBe(withBoth)
    expect(renameTemplate(design, 'gone.vtl', 'new.vtl')).toBe(design)
  })
})

describe('cases of a saved template', () => {
  const failing: TemplateCase = { name: 'empty', event: { body: '{' }, expected: { fails: true } }

  test('one is added last or replaced at its place', () => {
    const added = { ...failing, name: 'broken' }
    expect(cases(putTemplateCase(withEcho, 'echo.vtl', added))).toEqual([empty, full, added])
    expect(cases(putTemplateCase(withEcho, 'echo.vtl', failing))).toEqual([failing, full])
    expect(putTemplateCase(withEcho, 'gone.vtl', added)).toBe(withEcho)
  })

  test('one goes', () => {
    expect(cases(removeTemplateCase(withEcho, 'echo.vtl', 'empty'))).toEqual([full])
    expect(removeTemplateCase(withEcho, 'echo.vtl', 'gone')).toBe(withEcho)
    expect(removeTemplateCase(withEcho, 'gone.vtl', 'empty')).toBe(withEcho)
  })

  test('one gets a new name, unless it is taken', () => {
    expect(cases(renameTemplateCase(withEcho, 'echo.vtl', 'empty', 'no body'))).toEqual([
      { ...empty, name: 'no body' },
      full,
    ])
    expect(renameTemplateCase(withEcho, 'echo.vtl', 'empty', 'full')).toBe(withEcho)
    expect(renameTemplateCase(withEcho, 'echo.vtl', 'gone', 'new')).toBe(withEcho)
  })
})

describe('the slot of a saved template', () => {
  test('is set, changed and taken away', () => {
    const attached = attachTemplate(withEcho, 'echo.vtl', REQUEST)
    expect(slots(attached)).toEqual({ 'echo.vtl': REQUEST })
    expect(attachTemplate(attached, 'echo.vtl', { ...REQUEST })).toBe(attached)
    expect(slots(attachTemplate(attached, 'echo.vtl', RESPONSE))).toEqual({ 'echo.vtl': RESPONSE })
    expect(attachTemplate(attached, 'echo.vtl', undefined)).toEqual(withEcho)
    expect(attachTemplate(withEcho, 'echo.vtl', undefined)).toBe(withEcho)
  })

  test('belongs to one template', () => {
    const attached = attachTemplate(withBoth, 'echo.vtl', REQUEST)
    expect(slots(attachTemplate(attached, 'other.vtl', REQUEST))).toEqual({
      'echo.vtl': undefined,
      'other.vtl': REQUEST,
    })
  })

  test('must be there', () => {
    expect(attachTemplate(withEcho, 'echo.vtl', { ...REQUEST, path: '/gone' })).toBe(withEcho)
    expect(attachTemplate(withEcho, 'echo.vtl', { ...REQUEST, statusCode: '404' })).toBe(withEcho)
    expect(attachTemplate(withEcho, 'gone.vtl', REQUEST)).toBe(withEcho)
  })

  test('follows its route, and goes with it; the template stays', () => {
    const attached = attachTemplate(attachTemplate(withBoth, 'echo.vtl', REQUEST), 'other.vtl', RESPONSE)
    expect(slots(renameRoute(attached, ORDERS, 'GET /orders/{id}', 'POST /order/{key}'))).toEqual({
      'echo.vtl': { ...REQUEST, verb: 'POST', path: '/order/{key}' },
      'other.vtl': { ...RESPONSE, verb: 'POST', path: '/order/{key}' },
    })
    expect(renameRoute(attached, ORDERS, 'GET /orders', 'PUT /orders').templates).toBe(attached.templates)
    const alone = { 'echo.vtl': echo, 'other.vtl': other }
    expect(removeRoute(attached, ORDERS, '/orders/{id}', 'GET').templates).toEqual(alone)
    expect(removeApi(attached, ORDERS).templates).toEqual(alone)
    expect(removeRoute(attached, ORDERS, '/orders', 'GET').templates).toBe(attached.templates)
  })
})

describe('applying a template', () => {
  const attachedTo = (slot: TemplateSlot): Design => attachTemplate(withEcho, 'echo.vtl', slot)

  test.each([
    ['a request', REQUEST],
    ['a request of another content type', { ...REQUEST, contentType: 'application/xml' }],
    ['a response', RESPONSE],
  ])('copies its text to %s', (_, slot) => {
    const { design: applied, refusal } = applyTemplate(attachedTo(slot), 'echo.vtl')
    expect([templateOfSlot(applied, slot), refusal]).toEqual([echo.source, null])
    expect(applyTemplate(applied, 'echo.vtl').design).toBe(applied)
  })

  test('changes only the response that status and pattern name, and keeps its other templates', () => {
    const slot = { ...RESPONSE, selectionPattern: '2..' }
    const xml = { 'application/xml': '<a/>' }
    const integrationResponses = [
      { statusCode: '200' },
      { statusCode: '200', selectionPattern: '2..', responseTemplates: xml },
    ]
    const several = updateIntegration(withEcho, ORDERS, '/orders/{id}', 'GET', { integrationResponses })
    const { design: applied } = applyTemplate(attachTemplate(several, 'echo.vtl', slot), 'echo.vtl')
    const api = applied.apis[0]
    expect(
      api?.protocolType === 'REST' && api.resources['/orders/{id}']?.methods.GET?.integration?.integrationResponses,
    ).toEqual([
      { statusCode: '200' },
      { statusCode: '200', selectionPattern: '2..', responseTemplates: { ...xml, 'application/json': echo.source } },
    ])
  })

  test.each([
    ['whose route is gone', { path: '/gone' }, 'Orders has no GET /gone'],
    ['whose API is gone', { apiId: 'gone' }, 'there is no REST API gone'],
    ['whose response is gone', { statusCode: '404' }, 'GET /orders/{id} has no integration response 404'],
  ])('with a slot %s is refused with the reason', (_, change, reason) => {
    const broken = putTemplate(design, 'echo.vtl', { ...echo, slot: { ...REQUEST, ...change } })
    const refusal = `echo.vtl cannot be applied: ${reason}. Attach it to another route.`
    const applied = applyTemplate(broken, 'echo.vtl')
    expect([applied.design === broken, applied.refusal]).toEqual([true, refusal])
  })

  test('without a slot, or of a name that no template has, is refused', () => {
    expect(applyTemplate(withEcho, 'echo.vtl')).toEqual({
      design: withEcho,
      refusal: 'echo.vtl belongs to no route. Attach it to one first.',
    })
    expect(applyTemplate(withEcho, 'gone.vtl')).toEqual({
      design: withEcho,
      refusal: 'There is no template gone.vtl.',
    })
  })

  test('to a method without an integration is refused', () => {
    const bare = updateMethod(attachedTo(REQUEST), ORDERS, '/orders/{id}', 'GET', { integration: undefined })
    const refusal = 'echo.vtl cannot be applied: GET /orders/{id} has no integration. Attach it to another route.'
    expect(applyTemplate(bare, 'echo.vtl').refusal).toBe(refusal)
  })
})

describe('opening the template of a slot', () => {
  const held = updateIntegration(design, ORDERS, '/orders/{id}', 'GET', {
    requestTemplates: { 'application/json': '#set($a = 1)' },
  })

  test('makes one of what the slot holds', () => {
    const opened = openTemplateOfSlot(held, REQUEST)
    expect([opened.name, opened.design.templates]).toEqual([
      'get-orders-id.vtl',
      { 'get-orders-id.vtl': { source: '#set($a = 1)', profile: 'apigw', slot: REQUEST, cases: [] } },
    ])
    const response = openTemplateOfSlot(held, RESPONSE)
    expect(response.design.templates).toEqual({
      'get-orders-id-200.vtl': { source: '', profile: 'apigw', slot: RESPONSE, cases: [] },
    })
  })

  test('gives the one that is there', () => {
    const attached = attachTemplate(withEcho, 'echo.vtl', REQUEST)
    expect(openTemplateOfSlot(attached, { ...REQUEST })).toEqual({ design: attached, name: 'echo.vtl' })
    expect(openTemplateOfSlot(attached, REQUEST, 'mine.vtl')).toEqual({ design: attached, name: 'echo.vtl' })
  })

  test('gives nothing for a slot that is not there', () => {
    expect(openTemplateOfSlot(design, { ...REQUEST, verb: 'PUT' })).toEqual({ design, name: null })
  })

  test('takes the name that is chosen, with a number when it is taken', () => {
    expect(openTemplateOfSlot(withEcho, REQUEST, 'mine').name).toBe('mine')
    expect(openTemplateOfSlot(withEcho, REQUEST, 'echo.vtl').name).toBe('echo-2.vtl')
    expect(openTemplateOfSlot(withEcho, REQUEST, '__proto__').name).toBe('__proto__-2')
    const again = putTemplate(withEcho, 'echo-2.vtl', other)
    expect(openTemplateOfSlot(again, REQUEST, 'echo.vtl').name).toBe('echo-3.vtl')
  })

  test.each([
    ['CreateOrder', {}, 'create-order.vtl'],
    ['create order', {}, 'create-order.vtl'],
    ['create_order', { statusCode: '201' }, 'create-order-201.vtl'],
    ['getOrderV2', { contentType: 'application/x-www-form-urlencoded' }, 'get-order-v2-www-form-urlencoded.vtl'],
    ['\u00e4\u00f6', {}, 'get-orders-id.vtl'],
    [undefined, { contentType: 'application/xml' }, 'get-orders-id-xml.vtl'],
  ])('of operation %j and %j is named after it', (operationName, slot, name) => {
    const named = updateMethod(design, ORDERS, '/orders/{id}', 'GET', {
      operationName,
      integration: { type: 'MOCK', integrationResponses: [{ statusCode: '200' }, { statusCode: '201' }] },
    })
    expect(openTemplateOfSlot(named, { ...REQUEST, ...slot }).name).toBe(name)
  })

  test('of the root is named after its verb', () => {
    const api = design.apis[0]
    const rooted: Design = {
      ...design,
      apis: api?.protocolType === 'REST' ? [{ ...api, resources: { '/': api.resources['/orders/{id}']! } }] : [],
    }
    expect(openTemplateOfSlot(rooted, { ...REQUEST, path: '/' }).name).toBe('get.vtl')
  })
})

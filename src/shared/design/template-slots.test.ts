import { describe, expect, it } from 'vitest'
import type { Integration } from './integration'
import type { TemplateSlot } from './mapping-template'
import { emptyDesign, newRestApi } from './new-design'
import { attachTemplate } from './edits/attach-template'
import { putTemplate } from './edits/put-template'
import { isSameSlot, problemOfSlot, savedTemplateOfSlot, templateOfSlot, templateSlots } from './template-slots'

const integration: Integration = {
  type: 'HTTP',
  httpMethod: 'POST',
  uri: 'https://example.com',
  requestTemplates: { 'application/json': 'request', 'application/xml': '<request/>' },
  integrationResponses: [
    { statusCode: '200', responseTemplates: { 'application/json': 'default' } },
    { statusCode: '400', selectionPattern: '4..', responseTemplates: { 'application/json': 'refused' } },
    { statusCode: '400', selectionPattern: '5..', responseTemplates: { 'application/json': 'failed' } },
    { statusCode: '302', selectionPattern: '3..' },
  ],
}
const method = { authorizationType: 'NONE', apiKeyRequired: false, methodResponses: [] } as const
const api = {
  ...newRestApi('Orders'),
  id: 'orders',
  resources: { '/a': { methods: { POST: { ...method, integration }, GET: method } } },
}
const design = { ...emptyDesign('orders'), apis: [api] }
const place = { apiId: 'orders', path: '/a', verb: 'POST' } as const
const slot: TemplateSlot = { ...place, contentType: 'application/json' }

describe('templateSlots', () => {
  it('lists what holds a template, with the pattern where the status does not tell', () => {
    expect(templateSlots(api)).toEqual([
      { ...place, contentType: 'application/json' },
      { ...place, contentType: 'application/xml' },
      { ...place, contentType: 'application/json', statusCode: '200' },
      { ...place, contentType: 'application/json', statusCode: '400', selectionPattern: '4..' },
      { ...place, contentType: 'application/json', statusCode: '400', selectionPattern: '5..' },
    ])
  })

  it('leads back to each text', () => {
    expect(templateSlots(api).map((each) => templateOfSlot(design, each))).toEqual([
      'request',
      '<request/>',
      'default',
      'refused',
      'failed',
    ])
  })

  it('is empty for a new API but for the text of its mock', () => {
    const fresh = newRestApi('New')
    expect(templateSlots(fresh)).toEqual([
      { ...place, apiId: fresh.id, path: '/', verb: 'GET', contentType: 'application/json' },
    ])
  })
})

describe('templateOfSlot', () => {
  it('gives undefined where there is no text', () => {
    const absent: TemplateSlot[] = [
      { ...slot, contentType: 'text/plain' },
      { ...slot, contentType: 'constructor' },
      { ...slot, statusCode: '302' },
      { ...slot, statusCode: '404' },
      { ...slot, statusCode: '400' },
      { ...slot, verb: 'GET' },
      { ...slot, apiId: 'gone' },
    ]
    expect(absent.map((each) => templateOfSlot(design, each))).toEqual(absent.map(() => undefined))
  })
})

describe('problemOfSlot', () => {
  it.each([
    [{}, null],
    [{ contentType: 'text/new' }, null],
    [{ statusCode: '200', selectionPattern: 'changed since' }, null],
    [{ apiId: 'gone' }, 'there is no REST API gone'],
    [{ path: '/b' }, 'Orders has no POST /b'],
    [{ verb: 'GET' }, 'GET /a has no integration'],
    [{ statusCode: '404' }, 'POST /a has no integration response 404'],
    [{ statusCode: '400' }, 'POST /a has no integration response 400'],
    [{ statusCode: '400', selectionPattern: '6..' }, 'POST /a has no integration response 400 for 6..'],
  ] as const)('of %j is %j', (change, problem) => {
    expect(problemOfSlot(design, { ...slot, ...change })).toBe(problem)
  })
})

describe('isSameSlot', () => {
  it.each([
    [{}, {}, true],
    [{ statusCode: '200' }, { statusCode: '200', selectionPattern: 'changed since' }, true],
    [{ statusCode: '200' }, { statusCode: '200', selectionPattern: '' }, true],
    [{ statusCode: '400', selectionPattern: '4..' }, { statusCode: '400', selectionPattern: '5..' }, false],
    [{ path: '/gone' }, { path: '/gone' }, true],
    [{ path: '/gone', statusCode: '200' }, { path: '/gone', statusCode: '200', selectionPattern: 'x' }, false],
    [{}, { statusCode: '200' }, false],
    [{}, { contentType: 'application/xml' }, false],
    [{}, { verb: 'GET' }, false],
  ] as const)('of %j and %j is %j', (a, b, isSame) => {
    expect(isSameSlot(design, { ...slot, ...a }, { ...slot, ...b })).toBe(isSame)
  })
})

describe('savedTemplateOfSlot', () => {
  it('finds the one that belongs to a slot', () => {
    const template = { source: '', profile: 'apigw', cases: [] } as const
    const saved = putTemplate(putTemplate(design, 'a.vtl', template), 'b.vtl', template)
    const attached = attachTemplate(saved, 'b.vtl', { ...slot, statusCode: '200' })
    expect(savedTemplateOfSlot(attached, { ...slot, statusCode: '200' })).toBe('b.vtl')
    expect(savedTemplateOfSlot(attached, slot)).toBeUndefined()
    expect(savedTemplateOfSlot(design, slot)).toBeUndefined()
  })
})

import { describe, expect, test } from 'vitest'
import type { MappingTemplate, TemplateSlot } from '../mapping-template'
import { ORDERS } from '../order-design.fixture'
import { changedDesign, expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'
import { checkDesign } from './check-design'

const SLOT: TemplateSlot = { apiId: ORDERS, path: '/orders/{id}', verb: 'GET', contentType: 'application/json' }
const template = (more: Partial<MappingTemplate> = {}): MappingTemplate => ({
  source: '{}',
  profile: 'apigw',
  cases: [],
  ...more,
})
const saved = (more: Partial<MappingTemplate>): BrokenDesign['set'] => ({ '/templates': { 'a/b.vtl': template(more) } })
const at = (slot: Partial<TemplateSlot>): BrokenDesign['set'] => saved({ slot: { ...SLOT, ...slot } })

const SLOT_PROBLEM = {
  code: 'design/template-slot-missing',
  severity: 'warning',
  pointer: '/templates/a~1b.vtl/slot',
} as const
const leadsNowhere = (why: string): string =>
  `Template a/b.vtl leads nowhere: ${why}. Attach it to another route, or to none.`

const CASES: readonly BrokenDesign[] = [
  {
    name: 'a slot of no API',
    set: at({ apiId: 'gone' }),
    code: 'design/template-slot-missing',
    severity: 'warning',
    pointer: '/templates/a~1b.vtl/slot',
    message: leadsNowhere('there is no REST API gone'),
  },
  {
    name: 'a slot of no route',
    set: at({ verb: 'PATCH' }),
    ...SLOT_PROBLEM,
    message: leadsNowhere('Orders has no PATCH /orders/{id}'),
  },
  {
    name: 'a slot of a path that every object has',
    set: at({ path: 'constructor' }),
    ...SLOT_PROBLEM,
    message: leadsNowhere('Orders has no GET constructor'),
  },
  {
    name: 'a slot of no integration response',
    set: at({ statusCode: '404' }),
    ...SLOT_PROBLEM,
    message: leadsNowhere('GET /orders/{id} has no integration response 404'),
  },
  {
    name: 'a slot of a pattern that none of several responses has',
    set: {
      ...at({ statusCode: '200', selectionPattern: '4..' }),
      '/apis/0/resources/~1orders~1{id}/methods/GET/integration/integrationResponses/-': {
        statusCode: '200',
        selectionPattern: '5..',
      },
    },
    ...SLOT_PROBLEM,
    message: leadsNowhere('GET /orders/{id} has no integration response 200 for 4..'),
  },
  {
    name: 'a template of more than 300 KB, counted in bytes',
    set: saved({ source: '€'.repeat(103_000) }),
    code: 'design/template-too-large',
    pointer: '/templates/a~1b.vtl/source',
    message: 'Template a/b.vtl has 309,000 bytes. AWS takes 307,200 at most; shorten it.',
  },
  {
    name: 'two cases of one name',
    set: saved({
      cases: ['empty', 'full', 'empty'].map((name) => ({ name, event: { body: null }, expected: { output: '{}' } })),
    }),
    code: 'design/template-case-duplicate',
    severity: 'warning',
    pointer: '/templates/a~1b.vtl/cases/2/name',
    message: 'Template a/b.vtl has more than one case "empty". Rename one.',
  },
]

/** What other checks say about the same design. */
const OTHERS: ReadonlySet<string> = new Set(['design/status-code-duplicate'])

describe('checks of saved templates', () => {
  test.each(CASES)('report $name', (broken) => {
    const found = foundIn(broken).filter((each) => !('code' in each && OTHERS.has(String(each.code))))
    expect(found).toEqual(expectedOf(broken))
  })

  test.each([
    ['on its own', {}],
    ['of a request', { slot: SLOT }],
    ['of a content type that the slot does not have yet', { slot: { ...SLOT, contentType: 'text/plain' } }],
    ['of a response', { slot: { ...SLOT, statusCode: '200' } }],
    [
      'of the only response of its status, whose pattern was changed',
      { slot: { ...SLOT, statusCode: '200', selectionPattern: '.*' } },
    ],
    ['of exactly 300 KB', { source: 'x'.repeat(300 * 1024) }],
  ] as const)('have nothing against one %s', (_, more) => {
    expect(checkDesign(changedDesign(saved(more)))).toEqual([])
  })
})

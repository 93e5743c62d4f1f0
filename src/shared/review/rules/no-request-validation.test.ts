import { describe, expect, it } from 'vitest'
import { mockMethod } from '../../design/mock-method'
import { findRestApi } from '../../design/route-key'
import { designWith, found, foundAfterFixes, restApi } from '../review.fixture'
import { noRequestValidation as RULE } from './no-request-validation'

const MODELLED = { requestModels: { 'application/json': 'Order' } }
const BODY_ONLY = { body: { validateRequestBody: true, validateRequestParameters: false } }
const PLACE = '/apis/0/resources/~1a/methods'

describe('no-request-validation', () => {
  it('finds models and required parameters that nothing checks, and has them checked', () => {
    const design = designWith(
      restApi({
        'POST /a': MODELLED,
        'GET /a': { requestParameters: { 'method.request.querystring.day': true } },
      }),
    )
    expect([found(RULE, design), foundAfterFixes(RULE, design)]).toEqual([
      [`warning ${PLACE}/GET`, `warning ${PLACE}/POST`],
      [],
    ])
  })

  it('takes one validator for all of them, beside those that are there', () => {
    const api = restApi({ 'POST /a': MODELLED, 'PUT /a': MODELLED }, { requestValidators: { all: BODY_ONLY.body } })
    const design = designWith(api)
    const fixed = RULE.find(design).reduce((changed, { fix }) => fix!.apply(changed), design)
    const { requestValidators, resources } = findRestApi(fixed, api.id)!
    const { POST, PUT } = resources['/a']!.methods
    expect([Object.keys(requestValidators), POST?.requestValidatorId, PUT?.requestValidatorId]).toEqual([
      ['all', 'all-2'],
      'all-2',
      'all-2',
    ])
  })

  it('mentions bodies that nothing describes', () => {
    expect(found(RULE, designWith(restApi({ 'POST /a': {}, 'GET /a': {} })))).toEqual([`info ${PLACE}/POST`])
  })

  it('finds nothing where everything described is checked, or nothing is behind', () => {
    const design = designWith(
      restApi(
        {
          'POST /a': { ...MODELLED, requestValidatorId: 'body' },
          'PUT /a': { ...mockMethod() },
          'GET /a/{id}': { requestParameters: { 'method.request.path.id': true, 'method.request.header.X': false } },
        },
        { requestValidators: BODY_ONLY },
      ),
    )
    expect(found(RULE, design)).toEqual([])
  })
})

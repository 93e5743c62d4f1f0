import { expect, it } from 'vitest'
import type { Method } from '../../design/method'
import { designWith, found, foundAfterFixes, restApi } from '../review.fixture'
import { binaryWithoutMediaType as RULE } from './binary-without-media-type'

const answering = (type: string): Partial<Method> => ({
  integration: {
    type: 'HTTP',
    integrationResponses: [
      { statusCode: '200', responseParameters: { 'method.response.header.Content-Type': `'${type}'` } },
    ],
  },
})
const PLACE = 'warning /apis/0/resources/~1a/methods/GET'

it('finds binary types that the API does not name, and names them', () => {
  const upload = { requestModels: { 'application/pdf': 'Empty' } }
  const design = designWith(restApi({ 'GET /a': answering('image/png; q=1'), 'PUT /a': upload }))
  expect([found(RULE, design), foundAfterFixes(RULE, design)]).toEqual([
    [PLACE, 'warning /apis/0/resources/~1a/methods/PUT'],
    [],
  ])
})

it('finds nothing where an entry covers it', () => {
  const designs = ['image/png', 'image/*', '*/*'].map((entry) =>
    designWith(restApi({ 'GET /a': answering('image/png') }, { binaryMediaTypes: [entry] })),
  )
  expect(designs.flatMap((design) => found(RULE, design))).toEqual([])
})

it('does not take an entry for another type, nor "*/png" for anything', () => {
  const designs = ['image/jpeg', '*/png'].map((entry) =>
    designWith(restApi({ 'GET /a': answering('image/png') }, { binaryMediaTypes: [entry] })),
  )
  expect(designs.map((design) => found(RULE, design))).toEqual([[PLACE], [PLACE]])
})

it('finds nothing in texts', () => {
  const texts = ['application/json', 'text/csv', 'image/svg+xml', 'application/xml']
  expect(texts.flatMap((type) => found(RULE, designWith(restApi({ 'GET /a': answering(type) }))))).toEqual([])
})

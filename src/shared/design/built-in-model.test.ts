import { expect, it } from 'vitest'
import { isBuiltInModel, isBuiltInModelName } from './built-in-model'

const empty = { $schema: 'http://json-schema.org/draft-04/schema#', title: 'Empty Schema', type: 'object' }

it('Empty and Error are the service’s own as it makes them', () => {
  expect(isBuiltInModel('Empty', { contentType: 'application/json', schema: empty })).toBe(true)
  const message = { message: { type: 'string' } }
  const error = { title: 'Error Schema', type: 'object', properties: message }
  expect(isBuiltInModel('Error', { contentType: 'application/json', schema: error })).toBe(true)
})

it('changed they are not, nor is another model with that schema', () => {
  expect(isBuiltInModel('Empty', { contentType: 'application/json', schema: { type: 'array' } })).toBe(false)
  expect(isBuiltInModel('Empty', { contentType: 'application/xml', schema: empty })).toBe(false)
  expect(isBuiltInModel('None', { contentType: 'application/json', schema: empty })).toBe(false)
})

it('no name of every object’s is one', () => {
  expect(['Empty', 'Error', 'constructor'].map(isBuiltInModelName)).toEqual([true, true, false])
})

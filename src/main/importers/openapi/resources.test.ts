import { describe, expect, it } from 'vitest'
import { importSample, openApi, restSample, said } from './import-sample'

function resources(paths: object, members: object = {}): string[] {
  return Object.keys(restSample(openApi({ paths, ...members })).resources)
}

describe('resources', () => {
  it('are the paths as they are written', () => {
    expect(resources({ '/': {}, '/orders': {}, '/orders/{id}': {}, '/files/{proxy+}': {} })).toEqual([
      '/',
      '/orders',
      '/orders/{id}',
      '/files/{proxy+}',
    ])
  })

  it('begin with a slash and have no empty parts', () => {
    const paths = { orders: { get: {} }, '/items/': { get: {} }, '/a//b': {} }
    expect(resources(paths)).toEqual(['/orders', '/items', '/a/b'])
    expect(said(openApi({ paths }))).toEqual([
      'warning import/path-adjusted /paths/orders',
      'warning import/path-adjusted /paths/~1items~1',
      'warning import/path-adjusted /paths/~1a~1~1b',
    ])
  })

  it('hold the operations of two paths that become one, the later one for the same verb', () => {
    const paths = { '/a': { get: { operationId: 'one' }, put: {} }, '/a/': { get: { operationId: 'two' }, post: {} } }
    const api = restSample(openApi({ paths }))
    expect(Object.keys(api.resources['/a']?.methods ?? {})).toEqual(['GET', 'PUT', 'POST'])
    expect(api.resources['/a']?.methods.GET?.operationName).toBe('two')
    expect(said(openApi({ paths }))).toEqual([
      'warning import/path-adjusted /paths/~1a~1',
      'error import/resource-conflict /paths/~1a~1',
    ])
  })

  it('are kept and reported when the service refuses them', () => {
    const paths = {
      '/a/{id}': {},
      '/a/{name}/x': {},
      '/p/{proxy+}': {},
      '/p/{proxy+}/q': {},
      '/f/{id}#part': {},
      '/f/{id}.json': {},
    }
    expect(resources(paths)).toEqual(Object.keys(paths))
    expect(
      importSample(openApi({ paths })).diagnostics.map(
        ({ severity, code, message }) => `${severity} ${code} ${message}`,
      ),
    ).toEqual([
      'warning import/resource-conflict Resource "/a/{name}/x": A sibling ({id}) of this resource already has a variable path part -- only one is allowed. Rename one of the two.',
      'warning import/resource-conflict Resource "/p/{proxy+}/q": Cannot create a child of a resource with a greedy path variable: {proxy+}. Rename one of the two.',
      'warning import/path-part-invalid The resource "/f/{id}#part" has the part "{id}#part", which API Gateway refuses: a part is letters, digits and _-.,: or one whole {name} or {name+}. Rename it before deploying.',
      'warning import/path-part-invalid The resource "/f/{id}.json" has the part "{id}.json", which API Gateway refuses: a part is letters, digits and _-.,: or one whole {name} or {name+}. Rename it before deploying.',
    ])
  })

  it('count with their parents against the quota', () => {
    const paths = (count: number): object =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`/a/p${index}`, {}]))
    expect(said(openApi({ paths: paths(298) }))).toEqual([])
    expect(said(openApi({ paths: paths(299) }))).toEqual(['warning import/over-quota /paths'])
  })

  it('may stand elsewhere in the document', () => {
    const pathItems = { Shared: { get: { operationId: 'shared' } } }
    const paths = { '/a': { $ref: '#/components/pathItems/Shared', put: {} }, '/b': { $ref: 'other.yaml#/b' } }
    const api = restSample(openApi({ paths, components: { pathItems } }))
    expect(api.resources['/a']?.methods.GET?.operationName).toBe('shared')
    expect(said(openApi({ paths, components: { pathItems } }))).toEqual([
      'error import/reference-unresolved /paths/~1b/$ref',
      'info import/reference-siblings-dropped /paths/~1a',
    ])
  })

  it('end a circle of references', () => {
    const components = {
      parameters: { A: { $ref: '#/components/parameters/B' }, B: { $ref: '#/components/parameters/A' } },
    }
    const paths = { '/a': { get: { parameters: [{ $ref: '#/components/parameters/A' }] } } }
    expect(said(openApi({ paths, components }))).toEqual(['error import/reference-cyclic /paths/~1a/get/parameters/0'])
  })

  it('follow a reference by its encoded and escaped words', () => {
    const paths = {
      '/a b/{id}': { get: { operationId: 'first' } },
      '/c': { $ref: '#/paths/~1a%20b~1{id}' },
      '/d': { $ref: '#/paths/~1a b~1{id}' },
    }
    const api = restSample(openApi({ paths }))
    expect([api.resources['/c'], api.resources['/d']].map((resource) => resource?.methods.GET?.operationName)).toEqual([
      'first',
      'first',
    ])
  })

  it('need paths that are an object', () => {
    for (const paths of [null, [], 'x', 1])
      expect(importSample({ openapi: '3.0.1', info: {}, paths }).design).toBeNull()
    expect(said({ openapi: '3.1.0', info: { title: 'x' } })).toEqual(['warning import/not-carried '])
  })
})

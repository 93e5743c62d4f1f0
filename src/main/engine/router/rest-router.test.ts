import { describe, expect, it } from 'vitest'
import { RestRouter } from './rest-router'
import { REST_ROUTER_CASES } from './router-cases'

function routerOf(routes: readonly string[]): RestRouter<string> {
  return new RestRouter(
    routes.map((route) => {
      const [verb = '', path = ''] = route.split(/ (.*)/s)
      return { verb, path, value: route }
    }),
  )
}

describe('RestRouter', () => {
  it.each(REST_ROUTER_CASES)('$rule', ({ routes, request, serves, pathParameters }) => {
    const [verb = '', path = ''] = request.split(/ (.*)/s)
    const match = routerOf(routes).match(verb, path)
    expect(match?.value ?? null).toBe(serves)
    if (pathParameters !== undefined) expect(match?.pathParameters).toEqual(pathParameters)
  })

  it('returns the resource path as it was written', () => {
    expect(routerOf(['GET /orders/{id}/']).match('GET', '//orders/a%2Fb')).toEqual({
      value: 'GET /orders/{id}/',
      resourcePath: '/orders/{id}/',
      pathParameters: { id: 'a%2Fb' },
    })
  })

  it('keeps a parameter named __proto__ as an own property', () => {
    const match = routerOf(['GET /{__proto__}']).match('GET', '/x')
    expect(Object.entries(match?.pathParameters ?? {})).toEqual([['__proto__', 'x']])
  })

  it('answers in time proportional to the tree where every level can be read two ways', () => {
    const depth = 14
    const routes: string[] = []
    for (let bits = 0; bits < 2 ** depth; bits++) {
      const segments = Array.from({ length: depth }, (_, level) => ((bits >> level) & 1 ? 'a' : '{x}'))
      routes.push(`GET /${segments.join('/')}/end`)
    }
    const router = routerOf(routes)
    const path = `/${Array.from({ length: depth }, () => 'a').join('/')}`
    for (let round = 0; round < 20; round++) expect(router.match('GET', `${path}/nowhere`)).toBeNull()
  })

  it('serves a resource and a path of many thousand segments', () => {
    const path = '/a'.repeat(20_000)
    const router = routerOf([`GET ${path}`, 'POST /{all+}'])
    expect(router.match('GET', path)?.resourcePath).toBe(path)
    expect(router.match('POST', path)?.pathParameters).toEqual({ all: path.slice(1) })
    expect(router.match('GET', `${path}/b`)).toBeNull()
  })
})

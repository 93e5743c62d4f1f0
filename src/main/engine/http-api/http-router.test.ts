import { describe, expect, it } from 'vitest'
import { decodePath } from './decode-path'
import { HttpRouter } from './http-router'

interface Case {
  readonly rule: string
  readonly routes: readonly string[]
  readonly request: string
  readonly serves: string | null
  readonly pathParameters?: Readonly<Record<string, string>>
}

const SHOP = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default']

/** Source: http-api.md 4.2. */
const CASES: readonly Case[] = [
  { rule: 'a literal comes first', routes: SHOP, request: 'GET /pets/dog/1', serves: 'GET /pets/dog/1' },
  {
    rule: 'a parameter comes before a greedy one',
    routes: SHOP,
    request: 'GET /pets/dog/2',
    serves: 'GET /pets/dog/{id}',
    pathParameters: { id: '2' },
  },
  {
    rule: 'of two greedy routes the longer literal beginning wins',
    routes: SHOP,
    request: 'GET /pets/cat/1',
    serves: 'GET /pets/{proxy+}',
    pathParameters: { proxy: 'cat/1' },
  },
  {
    rule: 'ANY takes other methods',
    routes: SHOP,
    request: 'POST /a',
    serves: 'ANY /{proxy+}',
    pathParameters: { proxy: 'a' },
  },
  { rule: '$default takes the rest', routes: SHOP, request: 'GET /', serves: '$default' },
  {
    rule: 'a full match for ANY comes before a greedy one for the method',
    routes: ['GET /a/{rest+}', 'ANY /a/{id}'],
    request: 'GET /a/1',
    serves: 'ANY /a/{id}',
    pathParameters: { id: '1' },
  },
  {
    rule: 'inside a rank the method comes before ANY, whatever the path',
    routes: ['ANY /a/b', 'GET /a/{id}'],
    request: 'GET /a/b',
    serves: 'GET /a/{id}',
    pathParameters: { id: 'b' },
  },
  {
    rule: 'a literal segment that leads nowhere does not hide a parameter',
    routes: ['GET /a/b/c', 'GET /a/{x}/d'],
    request: 'GET /a/b/d',
    serves: 'GET /a/{x}/d',
    pathParameters: { x: 'b' },
  },
  { rule: 'another method is not found', routes: ['GET /a'], request: 'POST /a', serves: null },
  { rule: 'HEAD is not GET', routes: ['GET /a'], request: 'HEAD /a', serves: null },
  { rule: 'TRACE reaches not even $default', routes: ['$default', 'ANY /a'], request: 'TRACE /a', serves: null },
  {
    rule: 'a greedy parameter needs a segment',
    routes: ['GET /a/{rest+}', 'ANY /{p+}'],
    request: 'GET /a',
    serves: 'ANY /{p+}',
    pathParameters: { p: 'a' },
  },
  { rule: 'nothing is greedy at the root', routes: ['ANY /{p+}'], request: 'GET /', serves: null },
  {
    rule: 'a slash at the end does not matter',
    routes: ['GET /a/{id}'],
    request: 'GET /a/7/',
    serves: 'GET /a/{id}',
    pathParameters: { id: '7' },
  },
  {
    rule: 'segments are compared and handed on decoded',
    routes: ['GET /caf\u00e9/{id}'],
    request: 'GET /caf%C3%A9/a%20b',
    serves: 'GET /caf\u00e9/{id}',
    pathParameters: { id: 'a b' },
  },
  {
    rule: 'an encoded slash ends a segment',
    routes: ['GET /a/{id}', 'GET /a/{x}/{y}'],
    request: 'GET /a/b%2Fc',
    serves: 'GET /a/{x}/{y}',
    pathParameters: { x: 'b', y: 'c' },
  },
  {
    rule: 'what is no encoding stays',
    routes: ['GET /{x}'],
    request: 'GET /%zz%FF%41',
    serves: 'GET /{x}',
    pathParameters: { x: '%zz%FF%41' },
  },
  { rule: 'case counts', routes: ['GET /a'], request: 'GET /A', serves: null },
  {
    rule: 'names of Object.prototype are ordinary segments',
    routes: ['GET /a'],
    request: 'GET /constructor',
    serves: null,
  },
  {
    rule: 'what is no route key is no route',
    routes: ['get /a', 'FETCH /a', 'GET a'],
    request: 'GET /a',
    serves: null,
  },
]

describe('HttpRouter', () => {
  it.each(CASES)('$rule', ({ routes, request, serves, pathParameters = {} }) => {
    const router = new HttpRouter(routes.map((routeKey) => ({ routeKey, value: routeKey })))
    const space = request.indexOf(' ')
    const match = router.match(request.slice(0, space), decodePath(request.slice(space + 1)))
    expect(match && { serves: match.value, pathParameters: { ...match.pathParameters } }).toEqual(
      serves === null ? null : { serves, pathParameters },
    )
  })

  it('keeps a parameter called __proto__ as data', () => {
    const router = new HttpRouter([{ routeKey: 'GET /{__proto__}', value: 1 }])
    expect(Object.entries(router.match('GET', '/x')!.pathParameters)).toEqual([['__proto__', 'x']])
  })

  it('looks at each place once: many routes and a long path take little time', () => {
    const routes = Array.from({ length: 2_000 }, (_, at) => ({
      routeKey: `GET /${'{a}/'.repeat(at % 40)}x${at}/{rest+}`,
      value: at,
    }))
    const router = new HttpRouter(routes)
    expect(router.match('GET', `/${'y/'.repeat(5_000)}`)).toBeNull()
  })
})

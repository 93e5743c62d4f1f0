import { describe, expect, it } from 'vitest'
import type { Design } from '../design'
import { emptyDesign } from '../new-design'
import { newHttpApi } from '../new-http-api'
import { namesOf } from './names'

function withApis(...apis: readonly (readonly [name: string, routes: readonly string[]])[]): Design {
  return {
    ...emptyDesign('x'),
    apis: apis.map(([name, routes]) => ({
      ...newHttpApi(name),
      id: `${name} ${routes.join()}`.padEnd(10),
      routes: Object.fromEntries(routes.map((route) => [route, { authorizationType: 'NONE' as const }])),
    })),
  }
}

/** Names of `before` beside those of `after` that they are paired with. */
function pairs(before: Design, after: Design): string[] {
  return [...namesOf(before, after).apiPairs].map(([old, now]) => `${old.name} = ${now.name}`)
}

describe('which API is which', () => {
  it('goes by name before anything else', () => {
    const before = withApis(['a', ['GET /a']], ['b', ['GET /b']])
    expect(pairs(before, withApis(['b', ['GET /a']], ['a', ['GET /b']]))).toEqual(['a = a', 'b = b'])
  })

  it('among several of a name by their routes', () => {
    const before = withApis(['a', ['GET /1']], ['a', ['GET /2']])
    const renumbered = withApis(['a', ['GET /2']], ['a', ['GET /1']])
    const after = { ...renumbered, apis: renumbered.apis.map((api, index) => ({ ...api, id: `new ${index}` })) }
    const { apiPairs } = namesOf(before, after)
    expect(before.apis.map((api) => after.apis.findIndex((each) => each === apiPairs.get(api)))).toEqual([1, 0])
  })

  it('goes by half of the routes when it was renamed', () => {
    const before = withApis(['old', ['GET /1', 'GET /2', 'GET /3']], ['other', ['GET /9']])
    expect(pairs(before, withApis(['new', ['GET /1', 'GET /2', 'GET /4']], ['x', []]))).toEqual(['old = new'])
  })

  it('by any route when there is no other of its type', () => {
    const before = withApis(['old', ['GET /1', 'GET /2', 'GET /3']])
    expect(pairs(before, withApis(['new', ['GET /1', 'GET /7', 'GET /8']]))).toEqual(['old = new'])
    expect(pairs(before, withApis(['new', ['GET /7']]))).toEqual([])
  })
})

describe('names', () => {
  it('an id that nothing has stands for itself', () => {
    const { before } = namesOf(withApis(['a', []]), withApis(['a', []]))
    expect([before.api('nope'), before.plan('nope'), before.key('nope')]).toEqual(['nope', 'nope', 'nope'])
  })
})

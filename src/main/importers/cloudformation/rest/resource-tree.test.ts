import { describe, expect, it } from 'vitest'
import { ORDERS, restSample, type SampleResource } from './template-sample'

const resource = (ParentId: string | undefined, PathPart: string | undefined): SampleResource => ({
  type: 'Resource',
  RestApiId: '@Orders',
  ...(ParentId !== undefined && { ParentId }),
  ...(PathPart !== undefined && { PathPart }),
})

function pathsOf(resources: Readonly<Record<string, SampleResource>>) {
  const { api, said } = restSample({ ...ORDERS, ...resources })
  return { paths: Object.keys(api.resources), said }
}

describe('the resources of a template', () => {
  it('are paths, whatever order they are written in', () => {
    expect(
      pathsOf({
        Line: resource('@Order', 'lines'),
        Order: resource('@Items', '{id}'),
        Items: resource('@Orders.root', 'items'),
      }),
    ).toEqual({ paths: ['/', '/items/{id}/lines'], said: [] })
  })

  it('stand below the root when their parents go in a circle', () => {
    const { paths, said } = pathsOf({ A: resource('@B', 'a'), B: resource('@A', 'b') })
    expect(paths).toEqual(['/', '/b/a'])
    expect(said).toEqual([
      'error import/value-assumed /Resources/B/Properties/ParentId: Resource B is its own parent by way of "ParentId", which AWS refuses. It is read as standing below the root. Let one of the circle stand on !GetAtt Api.RootResourceId.',
    ])
  })

  it('stand below the root when their parent is not in the template', () => {
    const { paths, said } = pathsOf({ A: resource('abc123', 'a'), B: resource('@A', 'b'), C: resource(undefined, 'c') })
    expect(paths).toEqual(['/', '/a/b', '/c'])
    expect(said).toEqual([
      'warning import/outside-template /Resources/A/Properties/ParentId: Resource A stands below the resource abc123, which this template does not define. It is drawn below the root.',
      'error import/value-assumed /Resources/C/Properties: Resource C has no "ParentId", which AWS demands. It is read as standing below the root. Write ParentId: !GetAtt Api.RootResourceId.',
    ])
  })

  it('may name the API where its root belongs, with the right words in the report', () => {
    const { paths, said } = pathsOf({ A: resource('@Orders', 'a') })
    expect(paths).toEqual(['/', '/a'])
    expect(said).toEqual([
      'error import/value-assumed /Resources/A/Properties/ParentId: "ParentId" of resource A is the API itself. It is read as the root resource. Write !GetAtt and the API\'s logical id with .RootResourceId.',
    ])
  })

  it('lose the slashes that do not belong to a part', () => {
    const { paths, said } = pathsOf({ A: resource('@Orders.root', '/a/b/') })
    expect(paths).toEqual(['/', '/a/b'])
    expect(said).toEqual([
      'error import/path-adjusted /Resources/A/Properties/PathPart: "PathPart" of resource A is "/a/b/"; AWS takes one part of a path, without slashes. It is read as "a/b".',
    ])
  })

  it('are one when two have the same path', () => {
    const { paths, said } = pathsOf({ A: resource('@Orders.root', 'a'), B: resource('@Orders.root', 'a') })
    expect(paths).toEqual(['/', '/a'])
    expect(said).toEqual([
      'error import/resource-conflict /Resources/B/Properties: Resource "/a": Another resource with the same parent already has this name: a. Both are drawn as one; remove one of the two.',
    ])
  })

  it('are told what the service refuses among them', () => {
    const { said } = pathsOf({
      A: resource('@Orders.root', '{a}'),
      B: resource('@Orders.root', '{b}'),
      C: resource('@Orders.root', 'c d'),
      D: resource('@Orders.root', undefined),
    })
    expect(said.map((line) => line.split(':')[0])).toEqual([
      'error import/property-missing /Resources/D/Properties',
      'warning import/resource-conflict /Resources/B/Properties',
      'warning import/path-part-invalid /Resources/C/Properties',
    ])
  })

  it('end at a depth that nobody can call, in no time', () => {
    const deep = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index): [string, SampleResource] => [
        `R${index}`,
        resource(index === 19_999 ? '@Orders.root' : `@R${index + 1}`, 'x'),
      ]),
    )
    const { paths, said } = pathsOf({
      ...deep,
      Lost: { ...ORDERS['OrdersGet'], type: 'Method', ResourceId: '@R0' },
    })
    expect(paths).toEqual(['/', '/x'.repeat(300)])
    expect(said.filter((line) => !line.includes('over-quota'))).toEqual([
      'error import/not-carried /Resources/Orders: 19700 resources are left out with their methods: they stand more than 300 levels below the root. Shorten their paths.',
    ])
  })
})

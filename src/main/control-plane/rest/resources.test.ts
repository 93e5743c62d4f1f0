import { describe, expect, it } from 'vitest'
import { World } from '../testing/world'

function treeOf() {
  const world = new World('apigateway')
  const { id, rootResourceId } = world.done('CreateRestApi', { name: 'api' })
  const restApiId = String(id)
  const make = (parentId: unknown, pathPart: string) => world.done('CreateResource', { restApiId, parentId, pathPart })
  const patch = (resourceId: unknown, path: string, value: unknown) => ({
    restApiId,
    resourceId,
    patchOperations: [{ op: 'replace', path, value }],
  })
  const paths = () => (world.done('GetResources', { restApiId })['item'] as { path: string }[]).map(({ path }) => path)
  return { world, restApiId, root: rootResourceId, make, patch, paths }
}

describe('the tree of resources', () => {
  it('has the root from the start, and children that know their parents', () => {
    const { world, restApiId, root, make } = treeOf()
    const orders = make(root, 'orders')
    const order = make(orders['id'], '{id}')
    expect([orders, order]).toEqual([
      { id: orders['id'], parentId: root, pathPart: 'orders', path: '/orders' },
      { id: order['id'], parentId: orders['id'], pathPart: '{id}', path: '/orders/{id}' },
    ])
    expect(world.done('GetResources', { restApiId })['item']).toEqual([{ id: root, path: '/' }, orders, order])
    expect(world.state.design.apis[0]).toMatchObject({
      resources: { '/': { methods: {} }, '/orders': { methods: {} }, '/orders/{id}': { methods: {} } },
    })
  })

  it('refuses what cannot be a child', () => {
    const { world, restApiId, root, make } = treeOf()
    const proxy = make(root, '{proxy+}')
    make(root, 'pets')
    const refused = (parentId: unknown, pathPart: string) =>
      world.refused('CreateResource', { restApiId, parentId, pathPart })
    expect([
      refused(proxy['id'], 'child'),
      refused(root, 'pets'),
      refused(root, '{other}'),
      refused(root, 'resource{id}'),
      refused('nothing', 'a'),
    ]).toEqual([
      [400, 'Cannot create a child of a resource with a greedy path variable: {proxy+}'],
      [409, 'Another resource with the same parent already has this name: pets'],
      [400, 'A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed'],
      [
        400,
        "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
      ],
      [404, 'Invalid Resource identifier specified'],
    ])
  })

  it('moves a resource with all that is below it, which keep their ids', () => {
    const { world, root, make, patch, paths } = treeOf()
    const pets = make(root, 'pets')
    const pet = make(pets['id'], '{id}')
    const shop = make(root, 'shop')
    expect(world.done('UpdateResource', patch(pets['id'], '/pathPart', 'animals'))).toEqual({
      ...pets,
      pathPart: 'animals',
      path: '/animals',
    })
    world.done('UpdateResource', patch(pets['id'], '/parentId', shop['id']))
    expect(paths()).toEqual(['/', '/shop', '/shop/animals', '/shop/animals/{id}'])
    expect(
      world.done('GetResource', { restApiId: world.state.design.apis[0]!.id, resourceId: pet['id'] })['path'],
    ).toBe('/shop/animals/{id}')
    expect(world.refused('UpdateResource', patch(shop['id'], '/parentId', pet['id']))).toEqual([
      400,
      'Resources cannot be cyclical.',
    ])
    expect(world.refused('UpdateResource', patch(shop['id'], '/weather', 'x'))).toEqual([
      400,
      'Invalid patch path /weather',
    ])
  })

  it('deletes a resource with all that is below it, and never the root', () => {
    const { world, restApiId, root, make, paths } = treeOf()
    const pets = make(root, 'pets')
    make(pets['id'], '{id}')
    make(root, 'shop')
    world.done('DeleteResource', { restApiId, resourceId: pets['id'] })
    expect(paths()).toEqual(['/', '/shop'])
    expect(world.refused('DeleteResource', { restApiId, resourceId: root })).toEqual([
      400,
      'Cannot remove root resource.',
    ])
  })
})

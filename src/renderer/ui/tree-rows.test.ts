import { expect, test } from 'vitest'
import { treeRows, type TreeItem } from './tree-rows'

const leaf = (id: string): TreeItem => ({ id, name: id })
const TREE: TreeItem[] = [
  {
    id: '/orders',
    name: '/orders',
    children: [leaf('GET'), { id: '/{id}', name: '/{id}', children: [leaf('PATCH')] }],
  },
  leaf('/'),
]

const shown = (collapsed: string[]): string[] =>
  treeRows(TREE, new Set(collapsed)).map(({ item, level, position, siblings, parentId }) =>
    [item.id, level, `${position}/${siblings}`, parentId ?? 'top'].join(' '),
  )

test('rows come top to bottom with their level, place among siblings and parent', () => {
  expect(shown([])).toEqual([
    '/orders 1 1/2 top',
    'GET 2 1/2 /orders',
    '/{id} 2 2/2 /orders',
    'PATCH 3 1/1 /{id}',
    '/ 1 2/2 top',
  ])
})

test('children of a collapsed entry are left out, with theirs', () => {
  expect(shown(['/orders'])).toEqual(['/orders 1 1/2 top', '/ 1 2/2 top'])
})

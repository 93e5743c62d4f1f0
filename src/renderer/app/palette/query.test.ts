import { expect, test } from 'vitest'
import { groupRows, readQuery } from './query'

test('a prefix narrows to one group and is not searched for', () => {
  expect(['>deploy', '/orders', '# ttl', '?burst', 'deploy', ''].map(readQuery)).toEqual([
    { group: 'commands', query: 'deploy' },
    { group: 'routes', query: 'orders' },
    { group: 'settings', query: ' ttl' },
    { group: 'lessons', query: 'burst' },
    { group: null, query: 'deploy' },
    { group: null, query: '' },
  ])
})

test('the group of the best row comes first and rows keep their order', () => {
  const rows = [
    { group: 'settings', id: 1 },
    { group: 'routes', id: 2 },
    { group: 'settings', id: 3 },
  ] as const
  expect(groupRows(rows)).toEqual([
    { group: 'settings', rows: [rows[0], rows[2]] },
    { group: 'routes', rows: [rows[1]] },
  ])
})

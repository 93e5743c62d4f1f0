import { expect, test } from 'vitest'
import { RecentLogs } from './recent-logs'

test('of more logs than are remembered the oldest is forgotten, and the last of an id counts', () => {
  const logs = new RecentLogs(2)
  const lines = (text: string) => [{ at: 0, text }]
  logs.add('a', () => lines('1'))
  logs.add('b', () => lines('2'))
  logs.add('a', () => lines('3'))
  logs.add('c', () => lines('4'))
  expect(['a', 'b', 'c', 'd'].map((id) => logs.of(id))).toEqual([lines('3'), [], lines('4'), []])
})

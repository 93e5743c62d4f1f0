import { expect, test } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { Design } from '@shared/design/design'
import type { DocumentTask } from '../service/document-tasks'
import { KeptDesign } from './kept-design'

function exportOf(design: Design, taskId: number): DocumentTask {
  return { taskId, kind: 'export', args: { design, request: { format: 'sam' } } }
}

test('a design crosses once, and every task arrives whole', () => {
  const [here, there] = [new KeptDesign(), new KeptDesign()]
  const [first, second] = [orderDesign(), { ...orderDesign(), name: 'changed' }]
  const read: DocumentTask = { taskId: 3, kind: 'read', args: { document: { path: '/a.yaml' } } }
  const tasks = [exportOf(first, 1), exportOf(first, 2), read, exportOf(first, 4), exportOf(second, 5)]
  const sent = tasks.map((task) => structuredClone(here.pack(task)))
  expect(sent.map(({ isSameDesign }) => isSameDesign)).toEqual([false, true, false, true, false])
  expect(sent.map(({ task }) => 'design' in task.args && task.args.design !== null)).toEqual([
    true,
    false,
    false,
    false,
    true,
  ])
  expect(sent.map((each) => there.unpack(each))).toEqual(tasks)
})

import { expect, it } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import { DocumentDesk } from './document-desk'
import { InProcessDocuments, MemoryHost, openHost, InProcessWorker } from './memory-host.fixture'

const OPENAPI = 'openapi: 3.0.1\ninfo: { title: Shop, version: "1" }\npaths: {}\n'
const FILES = new Map([['/shop/api.yaml', OPENAPI]])

function deskWithWorkers(): { readonly desk: DocumentDesk; readonly workers: InProcessDocuments[] } {
  const workers: InProcessDocuments[] = []
  const startWorker = (): InProcessDocuments => {
    const worker = new InProcessDocuments(FILES)
    workers.push(worker)
    return worker
  }
  return { desk: new DocumentDesk(startWorker), workers }
}

const read = (desk: DocumentDesk, path = '/shop/api.yaml') => desk.ask('read', { document: { path } })

it('one thread is started, for the first task, and does them all', async () => {
  const { desk, workers } = deskWithWorkers()
  const startedBefore = workers.length
  const reports = await Promise.all([read(desk), read(desk)])
  expect([startedBefore, workers.length, reports.map(({ format }) => format)]).toEqual([
    0,
    1,
    ['OpenAPI 3.0', 'OpenAPI 3.0'],
  ])
})

it('when it dies, the task it had is told so, and those that waited get a new one', async () => {
  const { desk, workers } = deskWithWorkers()
  const lost = read(desk)
  const waiting = read(desk)
  workers[0]?.die('ran out of memory')
  await expect(lost).rejects.toMatchObject({
    code: 'import/worker-died',
    message: expect.stringContaining('ran out of memory') as string,
  })
  expect([(await waiting).format, workers.length]).toEqual(['OpenAPI 3.0', 2])
})

it('summaries of formats wait for everything else', async () => {
  const { desk } = deskWithWorkers()
  const design = orderDesign()
  const done: string[] = []
  const ask = (kind: 'summary' | 'export', format: 'sam' | 'cdk' | 'cli'): Promise<unknown> =>
    desk.ask(kind, { design, request: { format } }).then(() => done.push(`${kind} ${format}`))
  await Promise.all([ask('summary', 'sam'), ask('summary', 'cdk'), ask('export', 'cli')])
  expect(done).toEqual(['summary sam', 'export cli', 'summary cdk'])
})

it('a file that is not there is the error that the thread says', async () => {
  const { desk } = deskWithWorkers()
  await expect(read(desk, '/shop/none.yaml')).rejects.toMatchObject({ code: 'project/not-found' })
})

it('a bug in the thread arrives as what was thrown there', async () => {
  const { desk } = deskWithWorkers()
  await expect(desk.ask('export', {} as never)).rejects.toBeInstanceOf(TypeError)
})

it('ends with the service', async () => {
  const { desk, workers } = deskWithWorkers()
  await read(desk)
  desk.close()
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true])
})

it('a service that only edits starts none', async () => {
  const host = await openHost(() => new InProcessWorker(), {
    startDocumentWorker: () => expect.fail('a thread was started'),
  })
  await host.call['project.close']({})
  await host.service.close()
  expect(host.projects.closed).toEqual(['/home/ada/orders.gatewright.yaml'])
})

it('a document on disk is read by its path', async () => {
  const host = new MemoryHost(() => new InProcessWorker(), { startDocumentWorker: () => new InProcessDocuments(FILES) })
  const report = await host.call['import.readPath']({ path: '/shop/api.yaml' })
  expect([report.fileName, report.format, report.design?.apis.length]).toEqual(['api.yaml', 'OpenAPI 3.0', 1])
})

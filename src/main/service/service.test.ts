import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '@shared/contract/app-info'
import { checkDesign } from '@shared/design/checks/check-design'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import { updateIntegration } from '@shared/design/edits/update-integration'
import { ORDERS, orderDesign } from '@shared/design/order-design.fixture'
import { createProjectStore } from '../storage/project-store'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { InProcessWorker, MemoryHost, openHost, PROJECT } from './memory-host.fixture'

const worker = (): InProcessWorker => new InProcessWorker()

/** The code that a call fails with. */
async function codeOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code,
  )
}

describe('opening a project', () => {
  it('gives its path, its design and what is wrong with it, and remembers it', async () => {
    const host = new MemoryHost(worker)
    const design: Design = { ...emptyDesign('broken'), region: 'af-south-1' }
    host.projects.files.set('/a', design)
    const opened = await host.call['project.open']({ path: '/a' })
    expect(opened).toEqual({ path: '/a', design, diagnostics: checkDesign(design) })
    expect(opened.diagnostics.map(({ code }) => code)).toEqual(['design/account-rate-small-region'])
    expect(host.preferences.recent).toEqual([{ path: '/a', name: 'broken' }])
  })

  it('keeps the project that was open when the new one cannot be read', async () => {
    const host = await openHost(worker)
    expect(await codeOf(host.call['project.open']({ path: '/nowhere' }))).toBe('project/not-found')
    await host.call['design.put']({ revision: 4, design: { ...orderDesign(), name: 'edited' } })
    expect([host.projects.files.get(PROJECT)?.name, host.projects.closed]).toEqual(['edited', []])
    expect(host.told('project.saved')).toEqual([{ state: 'saved', revision: 4 }])
  })

  it('closes the one that was open once the new one is there', async () => {
    const host = await openHost(worker)
    await host.call['project.create']({ design: emptyDesign('second'), path: '/second' })
    expect(host.projects.closed).toEqual([PROJECT])
    await host.call['design.put']({ revision: 1, design: emptyDesign('third') })
    expect([host.projects.files.get('/second')?.name, host.projects.files.get(PROJECT)?.name]).toEqual([
      'third',
      'order-platform',
    ])
  })

  it('never makes a project over another', async () => {
    const host = await openHost(worker)
    expect(await codeOf(host.call['project.create']({ design: emptyDesign('x'), path: PROJECT }))).toBe(
      'project/exists',
    )
    expect(host.projects.files.get(PROJECT)?.name).toBe('order-platform')
  })

  it('opens a copy of a sample', async () => {
    const host = new MemoryHost(worker)
    const { path, design } = await host.call['project.createFromSample']({ sample: 'orders' })
    expect([path, design.name]).toEqual(['/projects/orders/orders.gatewright.yaml', 'order-platform'])
  })

  it('again reads back what was edited a moment ago', async () => {
    const folder = temporaryFolder()
    const projects = createProjectStore({ projectsFolder: folder })
    const host = new MemoryHost(worker, { projects })
    const { path } = await host.call['project.create']({ design: orderDesign() })
    await host.call['design.put']({ revision: 1, design: { ...orderDesign(), name: 'edited' } })
    const again = await host.call['project.open']({ path })
    expect([again.design.name, again.path]).toEqual(['edited', path])
    await host.call['design.put']({ revision: 2, design: { ...orderDesign(), name: 'edited twice' } })
    await host.service.close()
    expect(readFileSync(join(folder, 'order-platform.gatewright.yaml'), 'utf8')).toContain('name: edited twice')
    expect(host.told('project.changedOnDisk')).toEqual([])
  })
})

describe('without an open project', () => {
  it('whatever needs one says so', async () => {
    const host = new MemoryHost(worker)
    const [scenario] = orderDesign().scenarios
    const calls = [
      host.call['design.put']({ revision: 1, design: orderDesign() }),
      host.call['project.overwrite']({}),
      host.call['simulator.start']({ scenario: scenario! }),
      host.call['gateway.start']({ port: 0 }),
      host.call['throttle.preview']({ apiId: 'a', stage: 'b', routeKey: 'c', ratePerSecond: 1, durationInSeconds: 1 }),
    ].map(codeOf)
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['project/none-open']))
    expect(host.workers).toEqual([])
  })

  it('closing is no mistake', async () => {
    const host = await openHost(worker)
    expect([await host.call['project.close']({}), await host.call['project.close']({})]).toEqual([{}, {}])
    expect(await codeOf(host.call['project.overwrite']({}))).toBe('project/none-open')
  })
})

describe('an edit', () => {
  it('comes back with its revision and everything that is wrong, and is saved', async () => {
    const host = await openHost(worker)
    const design: Design = { ...orderDesign(), region: 'af-south-1' }
    expect(await host.call['design.put']({ revision: 12, design })).toEqual({
      revision: 12,
      diagnostics: checkDesign(design),
    })
    expect(host.projects.files.get(PROJECT)).toBe(design)
  })

  it('of a shape that no file can hold is refused, and changes nothing', async () => {
    const host = await openHost(worker)
    const foreign = { ...orderDesign(), apis: 'none' } as unknown as Design
    const failed = await host.call['design.put']({ revision: 1, design: foreign }).catch((error: unknown) => error)
    expect(failed).toMatchObject({
      code: 'contract/invalid-arguments',
      details: { diagnostics: [{ pointer: '/apis', severity: 'error' }] },
    })
    expect([host.projects.files.get(PROJECT)?.apis.length, host.told('project.saved')]).toEqual([1, []])
  })
})

describe('the rest of what the window asks', () => {
  it('is answered by the host', async () => {
    const host = await openHost(worker, { openPath: '/given', pickFile: async () => '/picked' })
    expect(await host.call['app.info']({})).toEqual({
      version: '1.2.3',
      platform: 'linux',
      openPath: '/given',
      samples: [{ name: 'orders', title: 'Orders', description: '', protocolTypes: ['REST'] }],
      recent: [{ path: PROJECT, name: 'order-platform', openedAt: 0, isMissing: false }],
      settings: DEFAULT_SETTINGS,
    })
    expect(await host.call['project.pick']({})).toEqual({ path: '/picked', hasDialog: true })
    expect(await host.call['project.list']({ folder: '/x' })).toEqual({ folder: '/x', parent: null, entries: [] })
    expect(await host.call['project.overwrite']({})).toEqual({ state: 'saved', revision: 99 })
    await host.call['settings.put']({ ...DEFAULT_SETTINGS, theme: 'dark' })
    await host.call['project.forget']({ path: PROJECT })
    expect([host.preferences.settings.theme, host.preferences.recent]).toEqual(['dark', []])
  })

  it('says that there is no dialog where there is none', async () => {
    const host = new MemoryHost(worker)
    expect(await host.call['project.pick']({})).toEqual({ path: null, hasDialog: false })
  })

  it('reads a document without keeping it', async () => {
    const host = new MemoryHost(worker)
    const openApi = '{"openapi":"3.0.1","info":{"title":"Größe","version":"1"},"paths":{"/a":{"get":{"responses":{}}}}}'
    const report = await host.call['import.read']({
      fileName: 'a.json',
      base64: Buffer.from(openApi).toString('base64'),
    })
    expect([report.fileName, report.design?.apis[0]?.name]).toEqual(['a.json', 'Größe'])
    expect(host.projects.files.size).toBe(0)
    expect(await codeOf(host.call['import.read']({ fileName: 'a', base64: 'abc' }))).toBe('import/unreadable')
  })

  it('ends with everything closed', async () => {
    const host = await openHost(worker)
    await host.call['gateway.start']({ port: 0 })
    await host.call['simulator.start']({ scenario: orderDesign().scenarios[0]! })
    await host.service.close()
    expect([host.projects.closed, host.gateway.story.at(-1), host.workers[0]!.isTerminated]).toEqual([
      [PROJECT],
      'stop',
      true,
    ])
  })
})

describe('the gateway of the open project', () => {
  it('runs no function of a folder before the person trusted it, and asks once', async () => {
    const host = await openHost(worker)
    const handler = './orders.mjs#list'
    const design = updateIntegration(orderDesign(), ORDERS, '/orders', 'GET', { handler })
    await host.call['design.put']({ revision: 1, design })
    const refused = await host.call['gateway.start']({ port: 3000 }).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      code: 'live/untrusted-folder',
      details: { path: '/home/ada', handlers: [handler] },
    })
    await host.call['gateway.start']({ port: 3000, trustFolder: true })
    await host.call['gateway.start']({ port: 3000 })
    expect([host.preferences.trusted, host.gateway.story.filter((line) => line.startsWith('start')).length]).toEqual([
      ['/home/ada'],
      2,
    ])
  })

  it('starts where the project lies, follows each edit, and stops once', async () => {
    const host = await openHost(worker)
    const running = await host.call['gateway.start']({ port: 3000 })
    await host.call['design.put']({ revision: 1, design: { ...orderDesign(), name: 'edited' } })
    const stopped = [await host.call['gateway.stop']({}), await host.call['gateway.stop']({})]
    await host.call['design.put']({ revision: 2, design: orderDesign() })
    expect(host.gateway.story).toEqual(['start order-platform on 127.0.0.1:3000 in /home/ada', 'update edited', 'stop'])
    expect(running).toEqual({ state: 'running', port: 4000, apis: [] })
    expect(stopped).toEqual([{ state: 'stopped' }, { state: 'stopped' }])
    expect(host.told('gateway.state')).toEqual([running, { state: 'stopped' }])
  })

  it('lists what local services recorded, also when it is stopped, and clears it when asked', async () => {
    const host = await openHost(worker)
    expect(await host.call['gateway.records']({})).toEqual({ records: [] })
    await host.call['gateway.records']({ clear: true })
    expect(host.gateway.story).toEqual(['list records', 'clear records'])
  })

  it('starts with the newest edit, and anew where it was running', async () => {
    const host = await openHost(worker)
    await host.call['design.put']({ revision: 1, design: { ...orderDesign(), name: 'edited' } })
    await host.call['gateway.start']({ port: 3000 })
    await host.call['gateway.start']({ port: 3001 })
    expect(host.gateway.story).toEqual([
      'start edited on 127.0.0.1:3000 in /home/ada',
      'stop',
      'start edited on 127.0.0.1:3001 in /home/ada',
    ])
  })

  it('that cannot start says why and counts as stopped', async () => {
    const host = await openHost(worker)
    expect(await codeOf(host.call['gateway.start']({ port: 80 }))).toBe('live/port-in-use')
    await host.call['design.put']({ revision: 1, design: orderDesign() })
    expect([await host.call['gateway.stop']({}), host.gateway.story]).toEqual([{ state: 'stopped' }, []])
  })

  it('ends with its project, and is not handed the next one', async () => {
    const host = await openHost(worker)
    await host.call['gateway.start']({ port: 3000 })
    await host.call['project.create']({ design: emptyDesign('other'), path: '/other' })
    await host.call['design.put']({ revision: 1, design: emptyDesign('edited') })
    expect(host.gateway.story.slice(1)).toEqual(['stop'])
    expect(host.told('gateway.state').at(-1)).toEqual({ state: 'stopped' })
  })

  it('tells of each request it answers', async () => {
    const host = await openHost(worker)
    const request = { requestId: 'r1' } as Parameters<typeof host.gateway.listener>[0]
    host.gateway.listener(request)
    expect(host.told('gateway.request')).toEqual([request])
  })
})

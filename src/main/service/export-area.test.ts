import { describe, expect, it } from 'vitest'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import { InProcessWorker, MemoryHost, openHost } from './memory-host.fixture'

const worker = (): InProcessWorker => new InProcessWorker()

describe('export', () => {
  it('previews the design as it stands; the first time there is nothing to compare it with', async () => {
    const host = await openHost(worker)
    const preview = await host.call['export.preview']({ format: 'cloudformation' })
    expect([preview.files.map(({ name }) => name), preview.last, preview.since]).toEqual([['template.yaml'], null, []])
    expect(host.exports.written.size).toBe(0)
  })

  it('a change since the last export is told by route and setting', async () => {
    const host = await openHost(worker)
    await host.call['export.save']({ format: 'cloudformation', folder: '/out' })
    const limit = { throttlingRateLimit: 20, throttlingBurstLimit: 50 }
    const design = setMethodSetting(orderDesign(), ORDERS, 'prod', '/orders/POST', limit)
    await host.call['design.put']({ revision: 1, design })
    const { last, since } = await host.call['export.preview']({ format: 'cloudformation' })
    expect(last?.at).toBe('2026-01-01T00:00:00.000Z')
    expect(since.map(({ subject, setting, before, after }) => [subject, setting, before, after])).toEqual([
      ['Stage prod, POST /orders', 'throttlingRateLimit', '100', '20'],
    ])
  })

  it('of OpenAPI compares the API alone', async () => {
    const host = await openHost(worker)
    const { readBack } = await host.call['export.preview']({ format: 'openapi3', apiIds: [ORDERS] })
    expect(readBack).toEqual([])
    const clean = await host.call['export.preview']({ format: 'openapi3', apiIds: [ORDERS], hasExtensions: false })
    expect([clean.files.length, clean.readBack]).toEqual([1, null])
  })

  it('says what each format would be', async () => {
    const host = await openHost(worker)
    const { formats } = await host.call['export.formats']({ apiIds: [ORDERS] })
    expect(formats.map(({ format }) => format)).toEqual(['openapi3', 'swagger2', 'cloudformation', 'sam', 'cdk', 'cli'])
    expect(formats[0]?.what).toBe('YAML, 3 operations')
    expect(formats[2]?.what).toMatch(/^YAML, \d\d resources$/)
  })

  it('says why a format cannot be written', async () => {
    const host = await openHost(worker)
    const { formats } = await host.call['export.formats']({ apiIds: ['nope'] })
    const what = 'No API has the id "nope": the design has "Orders" (orders0001).'
    expect(formats[2]).toEqual({ format: 'cloudformation', what, errors: 1, warnings: 0 })
  })

  it('writes one file where the person says, several into a folder', async () => {
    const host = await openHost(worker, {
      pickSaveFile: async (name) => `/picked/${name}`,
      pickFolder: async () => '/app',
    })
    const one = await host.call['export.save']({ format: 'cloudformation', syntax: 'json' })
    expect([one?.paths, host.exports.written.has('/picked/template.json')]).toEqual([['/picked/template.json'], true])
    const several = await host.call['export.save']({ format: 'cdk' })
    expect(several?.paths.every((path) => path.startsWith('/app/'))).toBe(true)
  })

  it('a cancelled dialog writes and keeps nothing', async () => {
    const host = await openHost(worker, { pickSaveFile: async () => null, pickFolder: async () => null })
    expect(await host.call['export.save']({ format: 'cloudformation' })).toBeNull()
    expect(await host.call['export.save']({ format: 'cdk' })).toBeNull()
    const { last } = await host.call['export.preview']({ format: 'cloudformation' })
    expect([last, host.exports.written.size]).toEqual([null, 0])
  })

  it('needs a folder where there is no dialog', async () => {
    const host = await openHost(worker)
    await expect(host.call['export.save']({ format: 'sam' })).rejects.toMatchObject({ code: 'project/unwritable' })
  })

  it('needs an open project', async () => {
    const host = new MemoryHost(worker)
    await expect(host.call['export.preview']({ format: 'sam' })).rejects.toMatchObject({ code: 'project/none-open' })
  })
})

describe('design.compare', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64')

  it('sees no difference in what was exported', async () => {
    const host = await openHost(worker)
    const { files } = await host.call['export.preview']({ format: 'openapi3', apiIds: [ORDERS] })
    const answer = await host.call['design.compare']({ fileName: 'a.yaml', base64: base64(files[0]?.text ?? '') })
    expect({ ...answer, diagnostics: [] }).toEqual({
      fileName: 'a.yaml',
      format: 'OpenAPI 3.0',
      changes: [],
      diagnostics: [],
    })
  })

  it('says why a document cannot be read', async () => {
    const host = await openHost(worker)
    const answer = await host.call['design.compare']({ fileName: 'a.yaml', base64: base64('a: [') })
    expect([answer.changes, answer.diagnostics.some(({ severity }) => severity === 'error')]).toEqual([null, true])
  })
})

import { expect, test } from 'vitest'
import type { PreloadApi } from '@shared/contract/wire'
import { ElectronBridge } from './electron-bridge'

test('a result is unwrapped and an error becomes the error it was', async () => {
  const error = { code: 'project/none-open', message: 'No project is open.' } as const
  const api: PreloadApi = {
    call: (name, args) => Promise.resolve(name === 'gateway.stop' ? { result: { name, args } } : { error }),
    on: () => () => undefined,
    pathOf: () => '',
  }
  const bridge = new ElectronBridge(api)
  expect(await bridge.call('gateway.stop', {})).toEqual({ name: 'gateway.stop', args: {} })
  await expect(bridge.call('project.close', {})).rejects.toMatchObject({ name: 'GatewrightError', ...error })
})

test('several listeners of one event share one subscription of the preload', () => {
  const subscriptions: { name: string; listener: (payload: unknown) => void }[] = []
  const api: PreloadApi = {
    call: () => Promise.resolve({ result: null }),
    pathOf: () => '',
    on: (name, listener) => {
      subscriptions.push({ name, listener })
      return () => undefined
    },
  }
  const bridge = new ElectronBridge(api)
  const seen: unknown[] = []
  const end = bridge.on('gateway.state', (state) => seen.push(['first', state]))
  bridge.on('gateway.state', (state) => seen.push(['second', state]))
  end()
  subscriptions[0]?.listener({ state: 'stopped' })
  expect([subscriptions.map(({ name }) => name), seen]).toEqual([['gateway.state'], [['second', { state: 'stopped' }]]])
})

test('a dropped file has a path, one that was made in the page has none', () => {
  const paths = new Map([['template.yaml', '/shop/template.yaml']])
  const api: PreloadApi = {
    call: () => Promise.resolve({ result: null }),
    on: () => () => undefined,
    pathOf: (file) => paths.get((file as File).name) ?? '',
  }
  const bridge = new ElectronBridge(api)
  expect([bridge.pathOf(new File([], 'template.yaml')), bridge.pathOf(new File([], 'made.yaml'))]).toEqual([
    '/shop/template.yaml',
    null,
  ])
})

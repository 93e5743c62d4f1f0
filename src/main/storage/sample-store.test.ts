import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSampleStore } from './sample-store'
import { temporaryFolder } from './testing/temporary-folder'

const order = { name: 'order-api', title: 'Order API', description: 'Orders, throttled.', protocolTypes: ['REST'] }

function shippedSamples(): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'samples.json'), JSON.stringify([order, { name: 'broken' }]))
  mkdirSync(join(folder, 'order-api', 'handlers'), { recursive: true })
  writeFileSync(join(folder, 'order-api', 'order-api.gatewright.yaml'), 'gatewright: 1\n')
  writeFileSync(join(folder, 'order-api', 'handlers', 'orders.mjs'), 'export const list = () => []\n')
  return folder
}

describe('createSampleStore', () => {
  it('lists what samples.json describes whole', async () => {
    const samples = createSampleStore({ folder: shippedSamples(), projectsFolder: temporaryFolder() })
    expect(await samples.list()).toEqual([order])
  })

  it('copies a sample with the files beside it, and a second copy next to the first', async () => {
    const projectsFolder = join(temporaryFolder(), 'new')
    const samples = createSampleStore({ folder: shippedSamples(), projectsFolder })
    const copies = [await samples.copy('order-api'), await samples.copy('order-api')]
    expect(copies).toEqual(
      ['order-api', 'order-api-2'].map((folder) => join(projectsFolder, folder, 'order-api.gatewright.yaml')),
    )
    expect(copies.map((path) => readFileSync(path, 'utf8'))).toEqual(['gatewright: 1\n', 'gatewright: 1\n'])
    expect(readFileSync(join(projectsFolder, 'order-api-2', 'handlers', 'orders.mjs'), 'utf8')).toContain('list')
  })

  it('copies nothing that is not listed', async () => {
    const samples = createSampleStore({ folder: shippedSamples(), projectsFolder: temporaryFolder() })
    await expect(samples.copy('../other')).rejects.toMatchObject({
      code: 'project/not-found',
      message: 'There is no sample "../other". The samples are: order-api.',
    })
  })

  it('has no samples in a folder without a list', async () => {
    const samples = createSampleStore({ folder: temporaryFolder(), projectsFolder: temporaryFolder() })
    expect(await samples.list()).toEqual([])
  })
})

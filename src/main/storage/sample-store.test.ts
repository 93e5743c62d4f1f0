import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyDesign } from '@shared/design/new-design'
import { writeProject } from '../project-format/write-project'
import { createSampleStore } from './sample-store'
import { temporaryFolder } from './testing/temporary-folder'

const order = { name: 'order-api', title: 'Order API', description: 'Orders, throttled.', protocolTypes: ['REST'] }

describe('createSampleStore', () => {
  it('lists what samples.json describes and reads it', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'samples.json'), JSON.stringify([order, { name: 'broken' }]))
    writeFileSync(join(folder, 'order-api.gatewright.yaml'), writeProject(emptyDesign('order-platform')))
    const samples = createSampleStore({ folder })
    expect([await samples.list(), await samples.read('order-api')]).toEqual([[order], emptyDesign('order-platform')])
  })

  it('reads nothing that is not listed', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'samples.json'), JSON.stringify([order]))
    writeFileSync(join(folder, 'other.gatewright.yaml'), writeProject(emptyDesign('other')))
    await expect(createSampleStore({ folder }).read('other')).rejects.toMatchObject({
      code: 'project/not-found',
      message: 'There is no sample "other". The samples are: order-api.',
    })
  })

  it('has no samples in a folder without a list', async () => {
    expect(await createSampleStore({ folder: temporaryFolder() }).list()).toEqual([])
  })
})

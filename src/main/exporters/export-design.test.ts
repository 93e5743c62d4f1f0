import { describe, expect, it } from 'vitest'
import { DESIGN_FORMATS } from '@shared/contract/export'
import { addApi } from '@shared/design/edits/add-api'
import { updateMethod } from '@shared/design/edits/update-method'
import type { Design } from '@shared/design/design'
import { newHttpApi } from '@shared/design/new-http-api'
import { orderDesign, ORDERS } from '@shared/design/order-design.fixture'
import { exportDesign } from './export-design'

/** The orders second: their method without an integration is something that a script has to say. */
function shopAndOrders(): Design {
  const orders = updateMethod(orderDesign(), ORDERS, '/orders', 'GET', { integration: undefined })
  const both = addApi(orders, newHttpApi('Shop'))
  return { ...both, apis: [...both.apis].reverse() }
}

describe('exportDesign', () => {
  it.each(DESIGN_FORMATS)('writes %s, the same each time, each file ending in a new line', (format) => {
    const request = { format, apiIds: [ORDERS] }
    const { files } = exportDesign(orderDesign(), request)
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter(({ text }) => !text.endsWith('\n'))).toEqual([])
    expect(exportDesign(structuredClone(orderDesign()), request).files).toEqual(files)
  })

  it('points into the whole design, not into what is left of it', () => {
    const { diagnostics } = exportDesign(shopAndOrders(), { format: 'cli', apiIds: [ORDERS] })
    const refused = diagnostics.filter(({ code }) => code === 'export/refused').map(({ pointer }) => pointer)
    expect(refused).toEqual(['/apis/1/resources/~1orders/methods/GET'])
  })

  it('leaves out what is not asked for', () => {
    const [file] = exportDesign(shopAndOrders(), { format: 'cli', apiIds: [ORDERS], stage: 'dev' }).files
    expect([file?.text.includes('Shop'), file?.text.includes('ORDERS_PROD_STAGE')]).toEqual([false, false])
    expect(file?.text).toContain('ORDERS_DEV_STAGE=dev')
  })

  it('gives no file for what is not there', () => {
    const { files, diagnostics } = exportDesign(orderDesign(), { format: 'sam', apiIds: ['nope'] })
    expect([files, diagnostics.map(({ code }) => code)]).toEqual([[], ['export/not-there']])
  })
})

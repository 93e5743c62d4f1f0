import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { runMain, type MainRun } from './testing/run-main'

const ORDER_API = fileURLToPath(
  new URL('../../../resources/samples/order-api/order-api.gatewright.yaml', import.meta.url),
)

function run(...args: string[]): Promise<MainRun> {
  return runMain(args)
}

/** The sample with one text of it replaced by another. */
function changedSample(from: string, to: string): string {
  const path = join(temporaryFolder(), 'changed.gatewright.yaml')
  const text = readFileSync(ORDER_API, 'utf8')
  if (!text.includes(from)) throw new RangeError(`The sample has no ${from}.`)
  writeFileSync(path, text.replace(from, to))
  return path
}

describe('diff', () => {
  it('ends with 0 when both are the same', async () => {
    expect(await run('diff', ORDER_API, ORDER_API)).toMatchObject({ code: 0, out: 'No difference.' })
    const { out } = await run('diff', ORDER_API, ORDER_API, '--json')
    expect(JSON.parse(out)).toEqual({ equal: true, changes: [] })
  })

  it('ends with 1 and tells the change by route and setting', async () => {
    const changed = changedSample('name: OrderAPI', 'name: Orders of all kinds')
    expect(await run('diff', ORDER_API, changed)).toMatchObject({
      code: 1,
      out: ['Orders of all kinds', '    API', '      ~ name  OrderAPI -> Orders of all kinds', '', '1 changed.'].join(
        '\n',
      ),
    })
  })

  it('finds in an exported template exactly what was changed since', async () => {
    const template = join(temporaryFolder(), 'template.yaml')
    await run('export', ORDER_API, '--format', 'cloudformation', '-o', template)
    const { code, out } = await run('diff', ORDER_API, template)
    expect([code, out]).toEqual([0, 'No difference.'])
  })

  it.each([
    [[ORDER_API], 'Name two designs'],
    [[ORDER_API, ORDER_API, ORDER_API], 'Name two designs'],
    [[ORDER_API, 'nowhere.yaml'], 'nowhere.yaml cannot be read: there is no such file.'],
  ])('%j ends with 2', async (args, message) => {
    const { code, err } = await run('diff', ...args)
    expect([code, err.startsWith(message)]).toEqual([2, true])
  })
})

import { describe, expect, it } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import { openHost, SilentWorker } from './memory-host.fixture'

const scenario = orderDesign().scenarios[0]!

describe('a scenario as text', () => {
  it('comes back as it was', async () => {
    const host = await openHost(() => new SilentWorker())
    const { text } = await host.call['scenario.toText']({ scenario })
    expect(text.split('\n')[0]).toBe(`name: ${scenario.name}`)
    expect(await host.call['scenario.fromText']({ text })).toEqual({ scenario, diagnostics: [] })
  })

  it('that is no YAML is told with its line and column', async () => {
    const host = await openHost(() => new SilentWorker())
    const { scenario: read, diagnostics } = await host.call['scenario.fromText']({ text: 'name: a\nsources: [1, 2\n' })
    expect(read).toBeNull()
    expect(diagnostics.every(({ severity, range }) => severity === 'error' && range !== undefined)).toBe(true)
    expect(diagnostics.length).toBeGreaterThan(0)
  })

  it('has all that is wrong with its form told, each at its place', async () => {
    const host = await openHost(() => new SilentWorker())
    const { text } = await host.call['scenario.toText']({ scenario })
    const broken = text.replace(/^seed: .*$/m, 'seed: often\nsede: 1').replace(/^durationInSeconds: .*$/m, '')
    const { scenario: read, diagnostics } = await host.call['scenario.fromText']({ text: broken })
    const lineOf = (start: string): number => broken.split('\n').findIndex((line) => line.startsWith(start)) + 1
    expect(read).toBeNull()
    expect(diagnostics.map(({ code, pointer, range }) => [code, pointer, range?.line])).toEqual([
      ['project/missing-key', '', 1],
      ['project/wrong-type', '/seed', lineOf('seed')],
      ['project/unknown-key', '/sede', lineOf('sede')],
    ])
  })

  it('that names what the design does not have is read, and told where it does', async () => {
    const host = await openHost(() => new SilentWorker())
    const { text } = await host.call['scenario.toText']({ scenario: { ...scenario, stage: 'gone' } })
    const { scenario: read, diagnostics } = await host.call['scenario.fromText']({ text })
    const line = text.split('\n').findIndex((one) => one.startsWith('stage:')) + 1
    expect(read?.stage).toBe('gone')
    expect(diagnostics.map(({ code, range }) => [code, range])).toEqual([
      ['scenario/stage-unknown', { line, column: 1 }],
    ])
  })

  it.each(['', '[]', 'text', '5', '__proto__: 1'])('that is %j is no scenario', async (text) => {
    const host = await openHost(() => new SilentWorker())
    const { scenario: read, diagnostics } = await host.call['scenario.fromText']({ text })
    expect([read, diagnostics.some(({ severity }) => severity === 'error')]).toEqual([null, true])
  })
})

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { CostEstimate } from '@shared/contract/cost'
import type { ConversionNote } from '@shared/design/as-http-api/conversion-notes'
import type { HttpApi } from '@shared/design/http-api'
import { parseProject } from '../project-format/parse-project'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { runMain, type MainRun } from './testing/run-main'

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../../resources/samples/${name}/${name}.gatewright.yaml`, import.meta.url))
const ORDER_API = sample('order-api')

interface WhatIf {
  readonly api: { readonly id: string; readonly name: string }
  readonly notes: readonly ConversionNote[]
  readonly monthly: Readonly<Record<'REST' | 'HTTP', CostEstimate>>
  readonly httpApi: HttpApi
}

function whatIf(...args: string[]): Promise<MainRun> {
  return runMain(['what-if', ...args])
}

const read = (path: string) => parseProject(readFileSync(path, 'utf8'), path).design!

describe('what-if', () => {
  it('says what is lost, changed and carried, and what both cost', async () => {
    const { code, out } = await whatIf(ORDER_API)
    const lines = out.split('\n')
    expect([code, lines[0], lines[1]]).toEqual([
      0,
      'OrderAPI as an HTTP API',
      '$49.60 a month as a REST API, $10.00 as an HTTP API',
    ])
    const parts = lines.filter((line) => /^(Lost|Changed|Carried), \d+$/.test(line)).map((line) => line.split(',')[0])
    expect(parts).toEqual(['Lost', 'Changed', 'Carried'])
    expect(out).toContain('  Usage plans: No limits and no quotas for single clients.\n    ')
  })

  it('gives scripts the notes, both estimates and the API itself', async () => {
    const { code, out } = await whatIf(ORDER_API, '--requests', '1000000', '--response-bytes', '1024', '--json')
    const { api, notes, monthly, httpApi } = JSON.parse(out) as WhatIf
    expect([code, api, monthly.HTTP.total, httpApi.protocolType]).toEqual([
      0,
      { id: 'ordersapi1', name: 'OrderAPI' },
      1,
      'HTTP',
    ])
    expect(new Set(notes.map(({ fate }) => fate))).toEqual(new Set(['lost', 'changed', 'carried']))
    expect(Object.keys(httpApi.routes)).toContain('POST /orders')
  })

  it('writes the design with the HTTP API beside the REST API, functions found from there', async () => {
    const folder = join(temporaryFolder(), 'elsewhere')
    mkdirSync(folder)
    const path = join(folder, 'both.gatewright.yaml')
    expect((await whatIf(ORDER_API, '-o', path)).code).toBe(0)
    const { apis } = read(path)
    expect(apis.map(({ protocolType, name }) => [protocolType, name])).toEqual([
      ['REST', 'OrderAPI'],
      ['HTTP', 'OrderAPI (HTTP)'],
    ])
    const handlers = /handler: (\S+)#/.exec(readFileSync(path, 'utf8'))
    expect(() => readFileSync(join(folder, handlers![1]!))).not.toThrow()
  })

  it('keeps the comments of a design that it adds to', async () => {
    const path = join(temporaryFolder(), 'own.gatewright.yaml')
    copyFileSync(ORDER_API, path)
    writeFileSync(path, `# Kept.\n${readFileSync(path, 'utf8')}`)
    await whatIf(path, '--output', path)
    expect([readFileSync(path, 'utf8').split('\n')[0], read(path).apis.length]).toEqual(['# Kept.', 2])
  })

  it('takes the only REST API of several APIs, and no API of another type', async () => {
    const path = join(temporaryFolder(), 'both.gatewright.yaml')
    await whatIf(ORDER_API, '-o', path)
    expect((await whatIf(path)).out.split('\n')[0]).toBe('OrderAPI as an HTTP API')
    const { code, err } = await whatIf(sample('items-api'))
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'ItemsAPI is an HTTP API already: only a REST API can be looked at as an HTTP API.',
    ])
  })
})

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { SimulationResult } from '@shared/contract/simulation'
import { orderDesign } from '@shared/design/order-design.fixture'
import { writeProject } from '../project-format/write-project'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { main } from './main'

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../../resources/samples/${name}/${name}.gatewright.yaml`, import.meta.url))
const TOKEN_BUCKET = sample('token-bucket')
/** Stands for a design in the names of tests. */
const DESIGN = '<design>'
const GUIDE = '1,500 in the first second, then 2,000 a second'

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function gatewright(...args: string[]): Promise<Said> {
  return gatewrightUntil(new AbortController().signal, ...args)
}

async function gatewrightUntil(signal: AbortSignal, ...args: string[]): Promise<Said> {
  const out: string[] = []
  const err: string[] = []
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    isTerminal: false,
    signal,
  }
  const code = await main(args, '9.8.7', io)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

async function simulated(...args: string[]): Promise<SimulationResult> {
  const { code, out, err } = await gatewright('simulate', ...args, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as SimulationResult
}

const OPEN_API = `openapi: 3.0.1
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      responses: { "200": { description: ok } }
      x-amazon-apigateway-integration: { type: mock, requestTemplates: { application/json: '{"statusCode": 200}' }, responses: { default: { statusCode: "200" } } }
`

/** A file with this content in a new folder. */
function written(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

describe('help', () => {
  it('names every command, its usage and its options', async () => {
    const overview = await gatewright('--help')
    expect(overview).toMatchObject({ code: 0, err: '' })
    for (const name of ['serve', 'simulate', 'import']) {
      expect(overview.out).toContain(`  ${name} `)
      const { code, out, err } = await gatewright(name, '--help')
      expect([code, err, out.split('\n')[0]?.startsWith(`Usage: gatewright ${name} <`)]).toEqual([0, '', true])
    }
    expect((await gatewright('simulate', '-h')).out).toContain('--check')
  })

  it('of simulate lists the samples for scripts', async () => {
    const { code, out } = await gatewright('simulate', '--help', '--json')
    const { name, usage, options, samples } = JSON.parse(out) as Record<string, unknown>
    expect([code, name, Object.keys(options as object)]).toEqual([
      0,
      'simulate',
      [
        'scenario',
        'seed',
        'duration',
        'check',
        'sweep',
        'metric',
        'seeds',
        'seek',
        'keep',
        'junit',
        'html',
        'csv',
        'type',
        'parameter',
      ],
    ])
    expect(usage).toMatch(/^simulate <design>/)
    expect((samples as { topic: string }[]).map(({ topic }) => topic)).toEqual([
      'token-bucket',
      'guide-burst',
      'loss',
      'speed',
      'order-api',
    ])
  })

  it('says the version', async () => {
    expect(await gatewright('--version')).toEqual({ code: 0, out: '9.8.7', err: '' })
  })
})

describe('a wrong call', () => {
  it.each([
    [[], 'Name a command.'],
    [['tidy', 'x'], 'There is no command "tidy".'],
    [['simulate'], 'Name a design.'],
    [['simulate', DESIGN, DESIGN], 'Name one design only.'],
    [['simulate', DESIGN, '--sede', '1'], "Unknown option '--sede'"],
    [['simulate', DESIGN, '--seed'], "Option '--seed <value>' argument missing"],
    [['simulate', DESIGN, '--seed', 'x'], '--seed takes a whole number from -2147483648 to 4294967295, not x.'],
    [['simulate', DESIGN, '--duration', '0'], '--duration takes a whole number from 1 to 2678400, not 0.'],
    [['simulate', DESIGN, '--scenario', 'x'], 'No scenario is named "x": it has "Steady 2,000 a second", '],
    [['import'], 'Name a file.'],
    [['import', DESIGN, '--type', 'soap'], '--type is rest or http, not soap.'],
    [['serve', DESIGN, '--port', '70000'], '--port takes a whole number from 0 to 65535, not 70000.'],
  ])('%j ends with 2 and says what is wrong and how it goes', async (args, message) => {
    const { code, out, err } = await gatewright(...args.map((arg) => (arg === DESIGN ? TOKEN_BUCKET : arg)))
    expect({ code, out, said: err.slice(0, message.length) }).toEqual({ code: 2, out: '', said: message })
    expect(err).toContain('Usage: gatewright')
  })
})

describe('simulate', () => {
  it('gives rate and burst to the request: 2,000 a second against 1,000 and 500', async () => {
    const { totals, timeSeries, throttledByLevel, byStatus } = await simulated(TOKEN_BUCKET)
    const admitted = [1499, ...Array.from({ length: 9 }, () => 1000)]
    expect(timeSeries).toEqual({
      stepSeconds: 1,
      requests: Array.from({ length: 10 }, () => 2000),
      admitted,
      throttled: admitted.map((count) => 2000 - count),
    })
    expect({ totals, throttledByLevel, byStatus }).toEqual({
      totals: {
        requests: 20_000,
        admitted: 10_499,
        throttled: 9501,
        blocked: 0,
        quotaExceeded: 0,
        denied: 0,
        rejected: 0,
        errors: 0,
      },
      throttledByLevel: { planMethod: 0, plan: 0, method: 9501, stage: 0, account: 0 },
      byStatus: { '200': 10_499, '429': 9501 },
    })
  })

  it('plays the guide’s burst to the request', async () => {
    const { totals, timeSeries } = await simulated(TOKEN_BUCKET, '--scenario', GUIDE)
    // Of 1,500 spread over the first second the last is sent at 999.3 ms, when the 1,499th token is there.
    expect([totals.requests, totals.admitted, timeSeries.admitted.slice(0, 2)]).toEqual([19_500, 10_499, [1499, 1000]])
  })

  it('lets only the burst in at one instant', async () => {
    const { totals } = await simulated(TOKEN_BUCKET, '--scenario', '1,500 at one instant')
    expect([totals.requests, totals.admitted, totals.throttled]).toEqual([1500, 500, 1000])
  })

  it('loses within a hundredth of what Erlang’s formula B says', async () => {
    const { totals } = await simulated(sample('loss'), '--duration', '14400')
    let blocking = 1
    for (let server = 1; server <= 10; server++) blocking = (8 * blocking) / (server + 8 * blocking)
    expect(Math.abs(totals.blocked / totals.requests / blocking - 1)).toBeLessThan(0.01)
    expect([totals.throttled, totals.admitted + totals.blocked]).toEqual([0, totals.requests])
  })

  it('takes seed and length from the call', async () => {
    const short = await simulated(sample('loss'), '--duration', '60', '--seed', '5')
    const again = await simulated(sample('loss'), '--duration', '60', '--seed', '5')
    const other = await simulated(sample('loss'), '--duration', '60', '--seed', '6')
    expect([short.durationInSeconds, short.seed, short.timeSeries.requests.length]).toEqual([60, 5, 60])
    const wallClock = { elapsedMs: 0, requestsPerSecondOfWallClock: 0 }
    expect({ ...short, ...wallClock }).toEqual({ ...again, ...wallClock })
    expect(other.totals).not.toEqual(short.totals)
  })

  it('plays every other sample for a second', async () => {
    for (const name of ['speed', 'order-api']) {
      const { totals, routes } = await simulated(sample(name), '--duration', '1')
      expect(routes.reduce((sum, { requests }) => sum + requests, 0)).toBe(totals.requests)
      expect(totals.requests).toBeGreaterThan(10)
    }
  })

  it('exits with 1 for a failed check only where it is asked to', async () => {
    const design = orderDesign()
    const scenario = { ...design.scenarios[0]!, durationInSeconds: 2, checks: [] }
    const withChecks = (...values: number[]): string => {
      const checks = values.map((value) => ({ metric: 'requests' as const, operator: '>' as const, value }))
      return written('a.gatewright.yaml', writeProject({ ...design, scenarios: [{ ...scenario, checks }] }))
    }
    const [passing, failing, without] = [withChecks(1), withChecks(1, 1e9), withChecks()]
    const calls = [[passing, '--check'], [failing], [failing, '--check'], [without, '--check']]
    const said = await Promise.all(calls.map((args) => gatewright('simulate', ...args)))
    expect(said.map(({ code }) => code)).toEqual([0, 0, 1, 0])
    expect(said[2]!.err).toContain('1 of 2 checks failed.')
    expect(said[1]!.out).toContain('FAILED  requests > 1000000000')
  })

  it('tells a person what became of the requests', async () => {
    const { code, out, err } = await gatewright('simulate', TOKEN_BUCKET)
    const lines = out.split('\n')
    expect([code, err]).toEqual([0, ''])
    expect(lines[0]).toMatch(
      /^Steady 2,000 a second: 20,000 requests in 10 s, seed 1 \([\d,]+ requests\/s of wall clock\)$/,
    )
    expect(lines.slice(2, 9)).toEqual([
      '  admitted   10,499 (52.5 %)',
      '  throttled  9,501 (47.5 %) (method 9,501)',
      '  latency    p50 50 ms, p95 50 ms, p99 50 ms',
      '  limit      GET /items: 2,000 of 1,000 a second in its busiest',
      '',
      '  Route           requests      admitted     throttled',
      '  GET /items        20,000        10,499         9,501',
    ])
    expect(lines[10]).toMatch(/^ {2}A month of this traffic costs \$[\d,.]+ \(us-east-1, prices of \d{4}-\d\d-\d\d\):$/)
    expect(lines[11]).toMatch(/^ +\$[\d,.]+ {2}REST API requests, /)
  })

  it('ends with 130 when it is interrupted, without a result', async () => {
    const stop = new AbortController()
    const run = gatewrightUntil(stop.signal, 'simulate', sample('speed'), '--duration', '100000', '--json')
    stop.abort()
    expect(await run).toMatchObject({ code: 130, out: '' })
  })

  it('runs a design that was imported on the fly only if it has a scenario', async () => {
    const { code, out, err } = await gatewright('simulate', written('pets.yaml', OPEN_API))
    expect([code, out, err.includes('The design has no scenario.')]).toEqual([2, '', true])
  })

  it('refuses a broken scenario with everything that is wrong', async () => {
    const design = orderDesign()
    const scenario = { ...design.scenarios[0]!, stage: 'gone', durationInSeconds: -1 }
    const path = written('b.gatewright.yaml', writeProject({ ...design, scenarios: [scenario] }))
    const { code, out, err } = await gatewright('simulate', path)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('Scenario "rush hour" cannot run.')
    expect(err).toContain('error scenario/stage-unknown at /stage: ')
    expect(err).toContain('error scenario/duration-invalid at /durationInSeconds: ')
  })
})

describe('a file that cannot be read', () => {
  it('ends every command with 2 and says what and why', async () => {
    const folder = temporaryFolder()
    const missing = join(folder, 'none.yaml')
    mkdirSync(join(folder, 'sub'))
    for (const command of ['simulate', 'import', 'serve']) {
      expect(await gatewright(command, missing)).toEqual({
        code: 2,
        out: '',
        err: `${missing} cannot be read: there is no such file.`,
      })
      expect((await gatewright(command, join(folder, 'sub'))).err).toContain('cannot be read: it is a folder.')
    }
  })

  it('is refused when it holds no design', async () => {
    for (const content of [
      '',
      'just: [text',
      '{"openapi": "3.0.1", "paths": 7}',
      '\u0000\u0001',
      'gatewright: 999\nname: x\n',
    ]) {
      const path = written('file.yaml', content)
      const simulate = await gatewright('simulate', path)
      const read = await gatewright('import', path, '--json')
      expect([content, simulate.code, simulate.out, read.code]).toEqual([content, 2, '', 2])
      const { ok, apis, diagnostics } = JSON.parse(read.out) as { ok: boolean; apis: unknown[]; diagnostics: unknown[] }
      expect([ok, apis, diagnostics.length > 0]).toEqual([false, [], true])
      expect([simulate.err, read.err].every((text) => text.length > 20)).toBe(true)
    }
  })
})

describe('import', () => {
  it('lists what there is and says what is wrong', async () => {
    const { code, out } = await gatewright('import', written('pets.yaml', OPEN_API), '--json')
    const { ok, apis } = JSON.parse(out) as { ok: boolean; apis: unknown }
    expect([code, ok, apis]).toEqual([0, true, [{ name: 'Pets', protocolType: 'REST', routes: ['GET /pets'] }]])
  })

  it('reads a bare document as the type it is told', async () => {
    const path = written('pets.yaml', OPEN_API)
    const typeOf = async (...args: string[]): Promise<unknown> => {
      const { apis } = JSON.parse((await gatewright('import', path, '--json', ...args)).out) as {
        apis: { protocolType: string }[]
      }
      return apis[0]?.protocolType
    }
    expect([await typeOf(), await typeOf('--type', 'rest'), await typeOf('--type', 'http')]).toEqual([
      'REST',
      'REST',
      'HTTP',
    ])
  })

  it('writes a project that every command takes, and that gives the same run', async () => {
    const copy = join(temporaryFolder(), 'copy.gatewright.yaml')
    expect((await gatewright('import', TOKEN_BUCKET, '-o', copy)).code).toBe(0)
    const [original, copied] = [await simulated(TOKEN_BUCKET), await simulated(copy)]
    const wallClock = { elapsedMs: 0, requestsPerSecondOfWallClock: 0 }
    expect({ ...copied, ...wallClock }).toEqual({ ...original, ...wallClock })
    const again = join(temporaryFolder(), 'again.gatewright.yaml')
    await gatewright('import', copy, '--output', again)
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(copy, 'utf8'))
  })

  it('says in words what was carried, and ends with 1 when something was not', async () => {
    const good = await gatewright('import', written('pets.yaml', OPEN_API))
    expect([good.code, good.out.includes('carried')]).toEqual([0, true])
    const broken = OPEN_API.replace('type: mock', 'type: carrier-pigeon')
    const { code, err } = await gatewright('import', written('pets.yaml', broken))
    expect([code, err.includes('carrier-pigeon')]).toEqual([1, true])
  })

  it('says so when the project cannot be written', async () => {
    const path = join(temporaryFolder(), 'no', 'such', 'folder.gatewright.yaml')
    const { code, err } = await gatewright('import', TOKEN_BUCKET, '-o', path)
    expect([code, err.startsWith(`${path} cannot be written: `)]).toEqual([2, true])
  })
})

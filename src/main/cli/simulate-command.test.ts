import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SeekAnswer } from '@shared/contract/sweep'
import type { Scenario } from '@shared/design/scenario'
import { writeProject } from '../project-format/write-project'
import { InProcessWorker, SilentWorker } from '../service/memory-host.fixture'
import { plainRun } from '../simulator/rich-run.fixture'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { main } from './main'
import type { SweepReport } from './sweep-text'

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function simulate(...args: string[]): Promise<Said> {
  return simulateUntil(new AbortController().signal, () => new InProcessWorker(), ...args)
}

async function simulateUntil(
  signal: AbortSignal,
  startSimulatorWorker: () => InProcessWorker | SilentWorker,
  ...args: string[]
): Promise<Said> {
  const out: string[] = []
  const err: string[] = []
  const code = await main(['simulate', ...args], '1.0.0', {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    isTerminal: false,
    startSimulatorWorker,
    signal,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

async function json<Result>(...args: string[]): Promise<Result> {
  const { code, out, err } = await simulate(...args, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Result
}

const BURST = '/apis/0/stages/prod/methodSettings/~1GET/throttlingBurstLimit'
const RATE = '/apis/0/stages/prod/methodSettings/~1GET/throttlingRateLimit'

/** 100 requests a second for ten seconds against 50 tokens a second: with a burst of 501 none is refused. */
function bucketDesign(more: Partial<Scenario> = {}): string {
  const { design, scenario } = plainRun(
    { shape: { type: 'CONSTANT', ratePerSecond: 100 } },
    { durationInSeconds: 10, name: 'bucket', ...more },
    { '/GET': { throttlingRateLimit: 50, throttlingBurstLimit: 1 } },
  )
  const path = join(temporaryFolder(), 'a.gatewright.yaml')
  writeFileSync(path, writeProject({ ...design, scenarios: [scenario] }))
  return path
}

const bucket = (): string => bucketDesign()
const poisson = (): string =>
  bucketDesign({
    durationInSeconds: 2,
    sources: [{ name: 'a', routes: { 'GET /': 1 }, shape: { type: 'POISSON', ratePerSecond: 100 } }],
  })

describe('simulate, once', () => {
  it('gives one result for one seed, a hundred times', async () => {
    const hashes = new Set<string>()
    for (let run = 0; run < 100; run++) {
      const {
        elapsedMs: _,
        requestsPerSecondOfWallClock: __,
        ...figures
      } = await json<Record<string, unknown>>(poisson())
      hashes.add(createHash('sha256').update(JSON.stringify(figures)).digest('hex'))
    }
    expect(hashes.size).toBe(1)
  })

  it('writes the reports it is asked for, over what was there', async () => {
    const folder = temporaryFolder()
    const [junit, html, csv] = ['a.xml', 'a.html', 'a.csv'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(csv, 'old')
    const checked = bucketDesign({ checks: [{ metric: 'throttled', operator: '==', value: 0 }] })
    const { code, err } = await simulate(checked, '--junit', junit, '--html', html, '--csv', csv, '--check')
    expect([code, err]).toEqual([1, '1 of 1 checks failed.'])
    expect(readFileSync(junit, 'utf8')).toMatch(/^<\?xml[^]*<failure/)
    expect(readFileSync(html, 'utf8').toLowerCase()).toMatch(/^<!doctype html>/)
    expect(readFileSync(csv, 'utf8').split('\n').length).toBeGreaterThan(10)
  })

  it('says which report cannot be written', async () => {
    const path = join(temporaryFolder(), 'gone', 'a.csv')
    const { code, out, err } = await simulate(bucket(), '--csv', path)
    expect([code, out, err.startsWith(`${path} cannot be written: `)]).toEqual([2, '', true])
    expect(existsSync(path)).toBe(false)
  })

  it('tells of retries, leaks and waiting where there were some', async () => {
    const stormy = bucketDesign({
      sources: [
        {
          name: 'impatient',
          routes: { 'GET /': 1 },
          shape: { type: 'CONSTANT', ratePerSecond: 100 },
          retry: { type: 'FIXED', delayMs: 50, maxAttempts: 3 },
        },
      ],
      backends: {
        '*': { latency: { distribution: 'CONSTANT', valueMs: 100 }, concurrencyLimit: 2, whenBusy: 'QUEUE' },
      },
    })
    const { code, out } = await simulate(stormy)
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}retries +[\d,]+, \d\.\d\d requests for each first attempt, [\d,]+ given up$/m)
    expect(out).toMatch(/^ {2}queued +[\d,]+ calls, .* on average$/m)
    expect(out).toMatch(/^ {2}clients +waited p50 /m)
    expect(out).not.toMatch(/LEAKED|stale|revoked/)
  })
})

describe('simulate --sweep', () => {
  it('runs with each value of a setting', async () => {
    const { elapsedMs, ...report } = await json<SweepReport>(
      bucket(),
      '--sweep',
      `${BURST}=1..501/100`,
      '--metric',
      'admitted',
    )
    const admitted = [1, 101, 201, 301, 401, 501].map((burst) => Math.min(1000, 499 + burst))
    expect(elapsedMs).toBeGreaterThan(0)
    expect(report).toEqual({
      scenario: 'bucket',
      durationInSeconds: 10,
      seeds: [1],
      axes: [{ pointer: BURST, values: [1, 101, 201, 301, 401, 501] }],
      metrics: ['admitted'],
      cells: [1, 101, 201, 301, 401, 501].map((burst, at) => ({
        values: [burst],
        metrics: [{ mean: admitted[at], low: admitted[at], high: admitted[at] }],
      })),
    })
  })

  it('makes a grid of two, in the order of the values, with the usual figures', async () => {
    const { cells, metrics } = await json<SweepReport>(
      bucket(),
      '--sweep',
      `${BURST}=1..2`,
      '--sweep',
      `${RATE}=10..20/10`,
    )
    expect(metrics).toEqual(['admitted', 'throttledShare', 'latencyP99'])
    expect(cells.map(({ values }) => values)).toEqual([
      [1, 10],
      [1, 20],
      [2, 10],
      [2, 20],
    ])
  })

  it('prints a table for a person', async () => {
    const { code, out } = await simulate(
      bucket(),
      '--sweep',
      `${BURST}=1..2`,
      '--metric',
      'admitted',
      '--metric',
      'throttledShare(GET /)',
    )
    expect([code, out.split('\n')]).toEqual([
      0,
      [
        'bucket: 2 runs of 10 s, seed 1',
        '',
        `  throttlingBurstLimit: ${BURST}`,
        '',
        '  throttlingBurstLimit  admitted  throttledShare(GET /)',
        '                     1       500                    0.5',
        '                     2       501                  0.499',
      ],
    ])
  })

  it('repeats a scenario with several seeds, mean and interval', async () => {
    const { seeds, cells, metrics } = await json<SweepReport>(poisson(), '--seeds', '5', '--metric', 'requests')
    expect([seeds, metrics, cells.length]).toEqual([[1, 2, 3, 4, 5], ['requests'], 1])
    const { mean, low, high } = cells[0]!.metrics[0]!
    const counts = await Promise.all(
      seeds.map(
        async (seed) =>
          (await json<{ totals: { requests: number } }>(poisson(), '--seed', String(seed))).totals.requests,
      ),
    )
    expect(mean).toBe(counts.reduce((sum, count) => sum + count, 0) / 5)
    expect([low < mean, high - mean]).toEqual([true, expect.closeTo(mean - low, 9)])
    const { out } = await simulate(poisson(), '--seeds', '2')
    expect(out).toMatch(/^bucket: 2 runs of 2 s, seeds 1 to 2, mean and 95 % interval\n/)
    expect(out).toMatch(/^ +requests +[\d.]+ \([-\d.,]+ to [\d.,]+\)$/m)
  })
})

describe('simulate --seek', () => {
  it('finds the burst that arithmetic gives', async () => {
    const answer = await json<SeekAnswer & { conditions: string[] }>(
      bucket(),
      '--seek',
      `${BURST}=1..2000`,
      '--keep',
      'throttled == 0',
    )
    expect([answer.value, answer.conditions]).toEqual([501, ['throttled == 0']])
    expect(answer.tried[0]).toEqual({ value: 2000, actual: [0], holds: true })
  })

  it('keeps every condition, of routes too', async () => {
    const both = ['--keep', 'throttledShare < 0.25', '--keep', 'latencyP99(GET /) < 300']
    const { value } = await json<SeekAnswer>(bucket(), '--seek', `${BURST}=1..2000`, ...both)
    // 499 + burst of 1,000 are admitted.
    expect(value).toBe(252)
  })

  it('exits with 1 where even the largest value does not do', async () => {
    const { code, out } = await simulate(bucket(), '--seek', `${BURST}=1..100`, '--keep', 'throttled == 0')
    expect([code, out.split('\n')[0]]).toEqual([1, `No value tried keeps throttled == 0: not even 100 for ${BURST}.`])
    const said = await simulate(bucket(), '--seek', `${BURST}=1..600`, '--keep', 'throttled == 0')
    expect([said.code, said.out.split('\n')[0]]).toEqual([
      0,
      `501 is the smallest value of ${BURST} that keeps throttled == 0.`,
    ])
  })
})

describe('a wrong call of simulate', () => {
  const sweep = ['--sweep', `${BURST}=1..2`]
  const seek = ['--seek', `${BURST}=1..2`]
  it.each([
    [['--sweep', 'x'], '--sweep takes POINTER=FROM..TO/STEP, as in '],
    [['--sweep', `${BURST}=1..x`], '--sweep: "x" is not a number.'],
    [['--sweep', `${BURST}=9..1`], `--sweep ${BURST}=9..1: give the smaller value first.`],
    [['--sweep', `${BURST}=1..9/0`], `--sweep ${BURST}=1..9/0: the step must be above 0.`],
    [['--sweep', `${BURST}=1..1000/1`], `--sweep ${BURST}=1..1000/1 has 1000 values, more than 100.`],
    [['--sweep', '/apis/9/x=1..2'], '/apis/9/x: /apis/9/x leads to no number of the design.'],
    [[...sweep, ...sweep, ...sweep], '--sweep may be given twice at most.'],
    [[...sweep, '--metric', 'speed'], 'There is no figure "speed". There are requests, '],
    [
      [...sweep, '--metric', 'requests(GET /gone)'],
      '"GET /gone" is neither a route of the scenario\'s API nor an API key.',
    ],
    [[...sweep, '--check'], '--check is about a single run.'],
    [[...sweep, '--keep', 'requests > 1'], '--keep needs --seek.'],
    [['--metric', 'requests'], '--metric needs --sweep or --seeds.'],
    [['--seeds', '0'], '--seeds takes a whole number from 1 to 1000, not 0.'],
    [seek, '--seek needs a condition: '],
    [[...seek, '--keep', 'fast'], '--keep takes a figure, an operator and a number, '],
    [[...seek, '--keep', 'requests > many'], '--keep: "many" is not a number.'],
    [[...seek, ...sweep, '--keep', 'requests > 1'], '--sweep does not go with --seek.'],
    [['--seek', `${BURST}=1..2/1`, '--keep', 'requests > 1'], `--seek ${BURST}=1..2/1: a search has no step.`],
  ])('%j ends with 2 and says what is wrong', async (args, message) => {
    const { code, out, err } = await simulate(bucket(), ...args)
    expect({ code, out, said: err.slice(0, message.length) }).toEqual({ code: 2, out: '', said: message })
  })
})

describe('many runs', () => {
  it('end with 130 when they are interrupted, and so do their threads', async () => {
    const workers: SilentWorker[] = []
    const stop = new AbortController()
    const run = simulateUntil(
      stop.signal,
      () => {
        workers.push(new SilentWorker())
        return workers.at(-1)!
      },
      bucket(),
      '--seeds',
      '50',
    )
    while (workers.length === 0) await new Promise((resume) => setImmediate(resume))
    stop.abort()
    expect(await run).toEqual({ code: 130, out: '', err: '' })
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true)
  })

  it('say so when a thread dies', async () => {
    const dying = (): SilentWorker => {
      const worker = new SilentWorker()
      void Promise.resolve().then(() => worker.die('out of memory'))
      return worker
    }
    const { code, out, err } = await simulateUntil(new AbortController().signal, dying, bucket(), '--seeds', '3')
    expect([code, out, err]).toEqual([2, '', 'The simulator stopped: out of memory. Run the scenario again.'])
  })
})

import { describe, expect, it } from 'vitest'
import type { SampledRequest } from '@shared/contract/snapshot'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { OUTCOMES, type OutcomeName } from '@shared/outcome'
import type { Flight } from '../engine/flight'
import { STAGE_THROTTLE } from '../engine/pipeline/step-codes'
import type { Runtime, TraceSink } from '../engine/runtime'
import { CONTINUE, RESPOND } from '../engine/verdict'
import type { SimulationExplanation } from '@shared/contract/simulation'
import { explain } from './explain'
import { endedRun, WITHOUT_BREAK } from './played-run.fixture'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'
import { Simulation } from './simulation'

/** Where a request with each outcome ends, and where the setting is that decided. */
const ENDS: { readonly [outcome in OutcomeName]?: string } = {
  INTEGRATED: 'integration answered',
  CACHED: 'cache-lookup stopped',
  INTEGRATION_SERVER_ERROR: 'integration answered',
  INTEGRATION_TIMEOUT: 'integration answered',
  BLOCKED: 'integration answered',
  THROTTLED_PLAN_METHOD: 'usage-plan-throttle stopped',
  THROTTLED_PLAN: 'usage-plan-throttle stopped',
  THROTTLED_METHOD: 'method-throttle stopped',
  THROTTLED_STAGE: 'stage-throttle stopped',
  THROTTLED_ACCOUNT: 'account-throttle stopped',
  QUOTA_EXCEEDED: 'quota stopped',
  UNAUTHORIZED: 'authorizer stopped',
  ACCESS_DENIED: 'resource-policy stopped',
  INVALID_API_KEY: 'api-key stopped',
  AUTHORIZER_CONFIGURATION_ERROR: 'authorizer answered',
  BAD_REQUEST_PARAMETERS: 'request-validator stopped',
  BAD_REQUEST_BODY: 'request-validator stopped',
  WAF_FILTERED: 'waf stopped',
}

const SETTINGS: { readonly [outcome in OutcomeName]?: string | null } = {
  INTEGRATED: null,
  CACHED: '/apis/0/stages/prod/methodSettings/~1items~1{id}~1GET/cacheTtlInSeconds',
  INTEGRATION_SERVER_ERROR: null,
  INTEGRATION_TIMEOUT: '/apis/0/resources/~1slow/methods/GET/integration/timeoutInMillis',
  BLOCKED: null,
  THROTTLED_PLAN_METHOD: '/usagePlans/0/apiStages/0/throttle/~1orders~1PUT/rateLimit',
  THROTTLED_PLAN: '/usagePlans/0/throttle/rateLimit',
  THROTTLED_METHOD: '/apis/0/stages/prod/methodSettings/~1orders~1POST/throttlingRateLimit',
  THROTTLED_STAGE: '/apis/0/stages/prod/methodSettings/*~1*/throttlingRateLimit',
  THROTTLED_ACCOUNT: '/account/throttleSettings/rateLimit',
  QUOTA_EXCEEDED: '/usagePlans/1/quota/limit',
  UNAUTHORIZED: '/apis/0/resources/~1items~1{id}/methods/GET/authorizerId',
  ACCESS_DENIED: '/apis/0/policy',
  AUTHORIZER_CONFIGURATION_ERROR: '/apis/0/resources/~1items~1{id}/methods/GET/authorizerId',
  BAD_REQUEST_PARAMETERS: '/apis/0/resources/~1slow/methods/GET/requestValidatorId',
  BAD_REQUEST_BODY: '/apis/0/resources/~1orders/methods/POST/requestValidatorId',
  WAF_FILTERED: '/webAcls/0/rules/0',
}

function valueAt(design: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((value: unknown, name) => (value as Record<string, unknown>)[name], design)
}

function samplesOf(design: Design, scenario: Scenario, outcome: OutcomeName): readonly SampledRequest[] {
  return finished(design, scenario)
    .recorder.samples.all()
    .filter((sample) => OUTCOMES[sample.outcome] === outcome)
}

/** Of a request that the run has. */
async function explained(
  design: Design,
  scenario: Scenario,
  { requestId }: { requestId: number },
  epoch?: number,
): Promise<SimulationExplanation> {
  return (await explain(endedRun({ design, scenario }, epoch), requestId, WITHOUT_BREAK))!
}

/** Counts who passed the stage's throttle in the second before a request was refused by it. */
class StageTokens implements TraceSink {
  taken = 0
  takenByRoute = 0
  private isOver = false
  private readonly sample: SampledRequest

  constructor(sample: SampledRequest) {
    this.sample = sample
  }

  step(_: Runtime, { id, route }: Flight, code: number, verdict: number, now: number): void {
    this.isOver ||= id === this.sample.requestId && verdict === RESPOND
    if (this.isOver || code !== STAGE_THROTTLE || verdict !== CONTINUE || now < this.sample.atMs - 1000) return
    this.taken++
    this.takenByRoute += +(route === this.sample.route)
  }

  answered(): void {}
}

describe('explain', () => {
  const design = richDesign()
  const scenario = richScenario()
  const samples = finished(design, scenario).recorder.samples.all()
  const samplesBy = new Map(
    OUTCOMES.map((name, at) => [name, samples.filter(({ outcome }) => outcome === at)] as const).filter(
      ([, ofOutcome]) => ofOutcome.length > 0,
    ),
  )

  it.each([...samplesBy])('plays a request that ended %s again, to the same end', async (outcome, ofOutcome) => {
    for (const sample of [ofOutcome[0]!, ofOutcome.at(-1)!]) {
      const { trace, reason, setting, buckets, remedy: _remedy, ...rest } = await explained(design, scenario, sample)
      const last = trace.at(-1)!
      const source = scenario.sources.find(({ name }) => name === rest.sourceName)!
      expect(rest).toEqual({
        requestId: sample.requestId,
        atMs: sample.atMs,
        routeKey: rest.routeKey,
        sourceName: source.name,
        apiKeyName: design.apiKeys[sample.apiKey]?.name ?? null,
      })
      expect(Object.keys(source.routes)).toContain(rest.routeKey)
      expect(trace[0]!.atMs).toBe(sample.atMs)
      expect(buckets.every(({ tokens, burstLimit }) => tokens >= 0 && tokens <= burstLimit)).toBe(true)
      // The gateway's own 30 ms come on top of what a backend or the cache answered.
      const overhead = sample.outcome <= 5 ? 30 : 0
      expect(last.atMs - sample.atMs + overhead).toBeCloseTo(sample.latencyMs, 6)
      const end = `${last.step} ${last.verdict}`
      if (ENDS[outcome] !== undefined) expect(end).toBe(ENDS[outcome])
      else expect(end).toMatch(/^(resource-policy stopped|authorizer (stopped|answered))$/)
      if (last.step === 'integration') expect(last.details['outcome']).toBe(outcome)
      if (SETTINGS[outcome] !== undefined) expect(setting).toBe(SETTINGS[outcome])
      if (setting !== null) expect(valueAt(design, setting)).toBeDefined()
      expect(reason).toMatch(/^[A-Z].{30,}\.$/)
      expect(reason).not.toMatch(/\?|undefined|NaN/)
    }
  })

  it('says how full the bucket was, who had emptied it, when the next token came and what would change it', async () => {
    const { design: plain, scenario: run } = plainRun(
      { shape: { type: 'CONSTANT', ratePerSecond: 40 } },
      { durationInSeconds: 3 },
      { '/GET': { throttlingRateLimit: 10, throttlingBurstLimit: 5 } },
    )
    const [sample] = samplesOf(plain, run, 'THROTTLED_METHOD').filter(({ atMs }) => atMs === 1525)
    expect(await explained(plain, run, sample!)).toEqual({
      requestId: 61,
      atMs: 1525,
      routeKey: 'GET /',
      sourceName: 'clients',
      apiKeyName: null,
      trace: [
        {
          step: 'method-throttle',
          verdict: 'stopped',
          atMs: 1525,
          details: { level: 'method', label: 'GET /', tokens: 0.25, rateLimit: 10, burstLimit: 5, nextTokenInMs: 75 },
        },
      ],
      reason:
        "The stage's bucket for the method of GET / held 0.25 of 5 tokens; a request needs one. In the second before, " +
        'clients without a key took 10 of the 10 tokens given out. The next token was due 75 ms later. ' +
        'It refills at 10 tokens a second: raise this limit, or send less.',
      setting: '/apis/0/stages/prod/methodSettings/~1GET/throttlingRateLimit',
      buckets: [{ label: 'GET /', level: 'method', tokens: 0.25, rateLimit: 10, burstLimit: 5 }],
      remedy: {
        text: 'A rate limit of 10.5 requests a second instead of 10 on GET / would have let it through.',
        pointer: '/apis/0/stages/prod/methodSettings/~1GET/throttlingRateLimit',
        value: 10.5,
      },
    })
  })

  it('tells of every bucket that a request met, in the order they were asked', async () => {
    const [sample] = samplesBy.get('THROTTLED_ACCOUNT')!.filter(({ apiKey }) => apiKey >= 0)
    const { buckets, trace } = await explained(design, scenario, sample!)
    const told = trace.flatMap(({ step, details }) =>
      details['tokens'] === undefined ? [] : [[step, details['level']]],
    )
    expect(told.at(-1)).toEqual(['account-throttle', 'account'])
    expect(buckets.map(({ level }) => level)).toEqual(told.map(([, level]) => level))
    expect(buckets.at(-1)).toMatchObject({ label: 'us-east-1', rateLimit: 200, burstLimit: 40 })
    expect(buckets.at(-1)!.tokens).toBeLessThan(1)
  })

  it('explains requests that are not among the samples, and none that the run does not have', async () => {
    const sampled = new Set(samples.map(({ requestId }) => requestId))
    const { requests } = finished(design, scenario)
    const unsampled = Array.from({ length: requests }, (_, id) => id).filter((id) => !sampled.has(id))
    const ids = [unsampled[0]!, unsampled[Math.floor(unsampled.length / 2)]!, unsampled.at(-1)!]
    const answers = await Promise.all(ids.map((requestId) => explained(design, scenario, { requestId })))
    expect(answers.map(({ requestId }) => requestId)).toEqual(ids)
    expect(answers.every(({ trace }) => trace.length > 0)).toBe(true)
    for (const id of [requests, requests + 1_000_000]) {
      expect(await explain(endedRun({ design, scenario }), id, WITHOUT_BREAK)).toBeNull()
    }
  })

  it('knows nothing of what had not come when a run was cancelled', async () => {
    const run = { ...endedRun({ design, scenario }), reachedMs: 5000 }
    const [early, late] = [samples.findLast(({ atMs }) => atMs < 4000)!, samples.find(({ atMs }) => atMs > 5000)!]
    expect((await explain(run, early.requestId, WITHOUT_BREAK))?.atMs).toBe(early.atMs)
    expect(await explain(run, late.requestId, WITHOUT_BREAK)).toBeNull()
  })

  it('says that a request still waits where the run has stopped before its answer', async () => {
    const slow = samplesBy.get('INTEGRATED')!.find(({ latencyMs }) => latencyMs > 100)!
    const run = { ...endedRun({ design, scenario }), reachedMs: slow.atMs + 50 }
    expect(await explain(run, slow.requestId, WITHOUT_BREAK)).toMatchObject({
      reason: 'The request still waits for its answer at the moment the run has reached.',
      setting: null,
      remedy: null,
    })
  })

  it('counts the tokens that other routes took from a stage’s shared bucket', async () => {
    const shared: Design = { ...design, assumptions: { stageLimitIsShared: true } }
    const samplesOfStage = samplesOf(shared, scenario, 'THROTTLED_STAGE')
    const sample = samplesOfStage.at(-1)!
    const before = new StageTokens(sample)
    const simulation = new Simulation(shared, scenario, { trace: before })
    while (simulation.run(10_000));
    const { reason } = await explained(shared, scenario, sample)
    expect(reason).toContain(` of the ${before.taken} tokens given out`)
    expect(before.takenByRoute).toBeLessThan(before.taken)
  })

  it('says why a wish to renew the cache was refused', async () => {
    const api = design.apis[0]! as Extract<Design['apis'][number], { protocolType: 'REST' }>
    const prod = api.stages['prod']!
    const key = '/items/{id}/GET'
    const setting = { ...prod.methodSettings[key]!, unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' as const }
    const stages = { prod: { ...prod, methodSettings: { ...prod.methodSettings, [key]: setting } } }
    const strict: Design = { ...design, apis: [{ ...api, stages }] }
    // Outsiders, whom the policy refuses, do not come here.
    const [sample] = samplesOf(strict, scenario, 'ACCESS_DENIED').filter(({ route }) => route === 0)
    const { trace, reason } = await explained(strict, scenario, sample!)
    expect(trace.at(-1)?.step).toBe('cache-lookup')
    expect(reason).toContain('Cache-Control: max-age=0')
  })

  it('names the plan of the key, however plans are named', async () => {
    const plans = design.usagePlans.map((plan) => ({ ...plan, name: plan.id === 'free00' ? 'on Gold' : plan.name }))
    const renamed: Design = { ...design, usagePlans: plans.toReversed() }
    const [sample] = samplesOf(renamed, scenario, 'THROTTLED_PLAN')
    expect((await explained(renamed, scenario, sample!)).setting).toBe('/usagePlans/1/throttle/rateLimit')
  })

  it('points at the entry a time to live is inherited from', async () => {
    const { design: plain, scenario: run } = plainRun(
      { shape: { type: 'CONSTANT', ratePerSecond: 10 } },
      { durationInSeconds: 5 },
      { '*/*': { cachingEnabled: true, cacheTtlInSeconds: 60 }, '/GET': { throttlingBurstLimit: 100 } },
    )
    const api = plain.apis[0]! as Extract<Design['apis'][number], { protocolType: 'REST' }>
    const stages = { prod: { ...api.stages['prod']!, cacheClusterEnabled: true } }
    const cached: Design = { ...plain, apis: [{ ...api, stages }] }
    const [sample] = samplesOf(cached, run, 'CACHED')
    expect((await explained(cached, run, sample!)).setting).toBe(
      '/apis/0/stages/prod/methodSettings/*~1*/cacheTtlInSeconds',
    )
  })

  it('uses the instant at which the run began', async () => {
    const late = Date.parse('2026-11-20T23:59:50Z')
    const { reason } = await explained(design, scenario, samplesBy.get('QUOTA_EXCEEDED')![0]!, late)
    expect(reason).toMatch(/It begins anew in \d(\.\d)? seconds: raise the quota, or send less\.$/)
  })
})

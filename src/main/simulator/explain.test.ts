import { describe, expect, it } from 'vitest'
import type { SampledRequest } from '@shared/contract/snapshot'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { OUTCOMES, type OutcomeName } from '@shared/outcome'
import { explain } from './explain'
import { finished, plainRun, richDesign, richScenario } from './rich-run.fixture'

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

describe('explain', () => {
  const design = richDesign()
  const scenario = richScenario()
  const samples = finished(design, scenario).recorder.samples.all()
  const samplesBy = new Map(
    OUTCOMES.map((name, at) => [name, samples.filter(({ outcome }) => outcome === at)] as const).filter(
      ([, ofOutcome]) => ofOutcome.length > 0,
    ),
  )

  it.each([...samplesBy])('plays a request that ended %s again, to the same end', (outcome, ofOutcome) => {
    for (const sample of [ofOutcome[0]!, ofOutcome.at(-1)!]) {
      const { trace, reason, setting, ...rest } = explain(design, scenario, undefined, sample)
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

  it('says how full the bucket was, who had emptied it, when the next token came and what would change it', () => {
    const { design: plain, scenario: run } = plainRun(
      { shape: { type: 'CONSTANT', ratePerSecond: 40 } },
      { durationInSeconds: 3 },
      { '/GET': { throttlingRateLimit: 10, throttlingBurstLimit: 5 } },
    )
    const [sample] = samplesOf(plain, run, 'THROTTLED_METHOD').filter(({ atMs }) => atMs === 1525)
    expect(explain(plain, run, undefined, sample!)).toEqual({
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
    })
  })

  it('counts the tokens that other routes took from a stage’s shared bucket', () => {
    const shared: Design = { ...design, assumptions: { stageLimitIsShared: true } }
    const [sample] = samplesOf(shared, scenario, 'THROTTLED_STAGE').slice(-1)
    const { reason } = explain(shared, scenario, undefined, sample!)
    // The bucket refills at 60 a second for all routes; each alone took less.
    const [, taken] = /of the (\d+) tokens given out/.exec(reason)!
    expect([Number(taken) > 45, Number(taken) <= 80]).toEqual([true, true])
  })

  it('says why a wish to renew the cache was refused', () => {
    const api = design.apis[0]! as Extract<Design['apis'][number], { protocolType: 'REST' }>
    const prod = api.stages['prod']!
    const key = '/items/{id}/GET'
    const setting = { ...prod.methodSettings[key]!, unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' as const }
    const stages = { prod: { ...prod, methodSettings: { ...prod.methodSettings, [key]: setting } } }
    const strict: Design = { ...design, apis: [{ ...api, stages }] }
    const refused = samplesOf(strict, scenario, 'ACCESS_DENIED').map((sample) =>
      explain(strict, scenario, undefined, sample),
    )
    const [atCache] = refused.filter(({ trace }) => trace.at(-1)?.step === 'cache-lookup')
    expect(atCache?.reason).toContain('Cache-Control: max-age=0')
  })

  it('names the plan of the key, however plans are named', () => {
    const plans = design.usagePlans.map((plan) => ({ ...plan, name: plan.id === 'free00' ? 'on Gold' : plan.name }))
    const renamed: Design = { ...design, usagePlans: plans.toReversed() }
    const [sample] = samplesOf(renamed, scenario, 'THROTTLED_PLAN')
    expect(explain(renamed, scenario, undefined, sample!).setting).toBe('/usagePlans/1/throttle/rateLimit')
  })

  it('points at the entry a time to live is inherited from', () => {
    const { design: plain, scenario: run } = plainRun(
      { shape: { type: 'CONSTANT', ratePerSecond: 10 } },
      { durationInSeconds: 5 },
      { '*/*': { cachingEnabled: true, cacheTtlInSeconds: 60 }, '/GET': { throttlingBurstLimit: 100 } },
    )
    const api = plain.apis[0]! as Extract<Design['apis'][number], { protocolType: 'REST' }>
    const stages = { prod: { ...api.stages['prod']!, cacheClusterEnabled: true } }
    const cached: Design = { ...plain, apis: [{ ...api, stages }] }
    const [sample] = samplesOf(cached, run, 'CACHED')
    expect(explain(cached, run, undefined, sample!).setting).toBe(
      '/apis/0/stages/prod/methodSettings/*~1*/cacheTtlInSeconds',
    )
  })

  it('uses the instant at which the run began', () => {
    const late = Date.parse('2026-11-20T23:59:50Z')
    const { reason } = explain(design, scenario, late, samplesBy.get('QUOTA_EXCEEDED')![0]!)
    expect(reason).toMatch(/It begins anew in \d(\.\d)? seconds\.$/)
  })
})

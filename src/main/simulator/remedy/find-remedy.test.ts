import { describe, expect, it } from 'vitest'
import type { Remedy } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import { OUTCOMES, type OutcomeName } from '@shared/outcome'
import { explain } from '../explain'
import { listRequests } from '../list-requests'
import { endedRun, WITHOUT_BREAK } from '../played-run.fixture'
import { finished, plainRun, richDesign, richScenario } from '../rich-run.fixture'
import { setNumber, type Setup } from '../sweep/set-number'

const rich: Setup = { design: richDesign(), scenario: richScenario() }

async function remedyOf(setup: Setup, requestId: number): Promise<Remedy | null> {
  return (await explain(endedRun(setup), requestId, WITHOUT_BREAK))!.remedy
}

async function idsOf({ design, scenario }: Setup, outcome: OutcomeName): Promise<number[]> {
  const found = await listRequests(endedRun({ design, scenario }), { outcomes: [outcome] }, 1000, WITHOUT_BREAK)
  return found!.requests.map(({ requestId }) => requestId)
}

/** How a request ended with a setting at another value, by the outcome that the recorder counted. */
async function outcomeWith(setup: Setup, pointer: string, value: number, requestId: number): Promise<string> {
  const run = endedRun(setNumber(setup, pointer, value)!)
  const all = await listRequests(run, {}, 1_000_000, WITHOUT_BREAK)
  return all!.requests.find((one) => one.requestId === requestId)!.outcome
}

const REFUSED = /^(THROTTLED|QUOTA)/

describe('the remedy', () => {
  it.each([
    ['THROTTLED_PLAN_METHOD', /^\/usagePlans\/0\/apiStages\/0\/throttle\/~1orders~1PUT\/(rate|burst)Limit$/],
    ['THROTTLED_PLAN', /^\/usagePlans\/0\/throttle\/(rate|burst)Limit$/],
    ['THROTTLED_METHOD', /^\/apis\/0\/stages\/prod\/methodSettings\/~1orders~1POST\/throttling(Rate|Burst)Limit$/],
    ['THROTTLED_STAGE', /^\/apis\/0\/stages\/prod\/methodSettings\/\*~1\*\/throttling(Rate|Burst)Limit$/],
    ['THROTTLED_ACCOUNT', /^\/account\/throttleSettings\/(rate|burst)Limit$/],
    ['QUOTA_EXCEEDED', /^\/usagePlans\/1\/quota\/limit$/],
  ] as const)('of %s lets the request through, and a little less does not', async (outcome, pointer) => {
    const ids = await idsOf(rich, outcome)
    const remedies = await Promise.all([ids[0]!, ids[Math.floor(ids.length / 2)]!].map((id) => remedyOf(rich, id)))
    const found = remedies.filter((remedy) => remedy !== null)
    expect(found.length).toBeGreaterThan(0)
    for (const [at, remedy] of remedies.entries()) {
      if (remedy === null) continue
      expect(remedy.pointer).toMatch(pointer)
      const id = at === 0 ? ids[0]! : ids[Math.floor(ids.length / 2)]!
      const less = remedy.pointer.endsWith('ateLimit') ? nextRoundBelow(remedy.value) : remedy.value - 1
      expect(await outcomeWith(rich, remedy.pointer, remedy.value, id)).not.toMatch(REFUSED)
      expect(await outcomeWith(rich, remedy.pointer, less, id)).toMatch(REFUSED)
      expect(remedy.text).toMatch(
        /^A (burst limit|rate limit|quota) of [\d,.]+ .*instead of [\d,.]+ on .* would have let it through\.$/,
      )
    }
  })

  it('is the smallest burst of all that would do, found one by one', async () => {
    const setup = plainRun(
      { shape: { type: 'BURST', count: 80, at: 1 } },
      { durationInSeconds: 3 },
      { '/GET': { throttlingRateLimit: 10, throttlingBurstLimit: 50 } },
    )
    // The 63rd of 80 at one instant: no rate helps, and the first burst that does has room for it.
    expect(await remedyOf(setup, 62)).toEqual({
      text: 'A burst limit of 63 instead of 50 on GET / would have let it through.',
      pointer: '/apis/0/stages/prod/methodSettings/~1GET/throttlingBurstLimit',
      value: 63,
    })
  })

  it('of an exhausted quota is as large as the number of the request', async () => {
    const { design, scenario } = plainRun(
      { shape: { type: 'CONSTANT', ratePerSecond: 10 }, apiKeys: { names: ['acme'], distribution: 'UNIFORM' } },
      { durationInSeconds: 20 },
    )
    const api = design.apis[0]! as Extract<Design['apis'][number], { protocolType: 'REST' }>
    const { GET } = api.resources['/']!.methods
    const keyed: Design = {
      ...design,
      apis: [{ ...api, resources: { '/': { methods: { GET: { ...GET!, apiKeyRequired: true } } } } }],
      apiKeys: [{ id: 'k', name: 'acme', enabled: true, value: 'acme0000000000000000000000' }],
      usagePlans: [
        {
          id: 'p',
          name: 'Free',
          quota: { limit: 1200 / 20, period: 'DAY' },
          apiStages: [{ apiId: api.id, stage: 'prod' }],
          keyIds: ['k'],
        },
      ],
    }
    expect(await remedyOf({ design: keyed, scenario }, 150)).toEqual({
      text: 'A quota of 151 requests a day instead of 60 on Free would have let it through.',
      pointer: '/usagePlans/0/quota/limit',
      value: 151,
    })
  })

  it('is a change of the event that set the limit, where one did', async () => {
    const plain = plainRun({ shape: { type: 'CONSTANT', ratePerSecond: 40 } }, { durationInSeconds: 4 })
    const setup: Setup = {
      ...plain,
      scenario: {
        ...plain.scenario,
        events: [{ type: 'SET_LIMIT', at: 1, level: 'method', route: 'GET /', rateLimit: 10, burstLimit: 5 }],
      },
    }
    const [id] = await idsOf(setup, 'THROTTLED_METHOD')
    const remedy = (await remedyOf(setup, id!))!
    expect(remedy.pointer).toMatch(/^\/scenario\/events\/0\/(rate|burst)Limit$/)
    expect(await outcomeWith(setup, remedy.pointer, remedy.value, id!)).toBe('INTEGRATED')
  })

  it.each([
    ['THROTTLED_PLAN', { level: 'plan', usagePlanId: 'gold00' }],
    ['THROTTLED_PLAN_METHOD', { level: 'planMethod', usagePlanId: 'gold00', route: 'PUT /orders' }],
    ['THROTTLED_STAGE', { level: 'stage' }],
    ['THROTTLED_ACCOUNT', { level: 'account' }],
  ] as const)('of %s names the latest event of this very limit', async (outcome, which) => {
    const limit = { type: 'SET_LIMIT', rateLimit: 2, burstLimit: 1 } as const
    const setup: Setup = {
      design: rich.design,
      scenario: richScenario({
        durationInSeconds: 8,
        events: [
          { ...limit, ...which, at: 4, rateLimit: 1.5 },
          { ...limit, ...which, at: 2 },
          { ...limit, level: 'plan', usagePlanId: 'free00', at: 4 },
          { ...limit, ...which, at: 7.9 },
        ],
      }),
    }
    const found = await listRequests(
      endedRun(setup),
      { outcomes: [outcome], fromMs: 4500, toMs: 7000 },
      1,
      WITHOUT_BREAK,
    )
    const id = found!.requests[0]!.requestId
    const remedy = await remedyOf(setup, id)
    expect(remedy?.pointer).toMatch(/^\/scenario\/events\/0\/(rate|burst)Limit$/)
    expect(await outcomeWith(setup, remedy!.pointer, remedy!.value, id)).not.toMatch(REFUSED)
  })

  it('finds the request again where clients try again and numbers move', async () => {
    const setup = plainRun(
      {
        shape: { type: 'POISSON', ratePerSecond: 30 },
        retry: { type: 'FIXED', delayMs: 100, maxAttempts: 2 },
      },
      { durationInSeconds: 5 },
      { '/GET': { throttlingRateLimit: 10, throttlingBurstLimit: 5 } },
    )
    const all = await listRequests(endedRun(setup), { outcomes: ['THROTTLED_METHOD'] }, 1000, WITHOUT_BREAK)
    const first = all!.requests.find(({ attempt, atMs }) => attempt === 0 && atMs > 2000)!
    const remedy = (await remedyOf(setup, first.requestId))!
    const cured = await listRequests(
      endedRun(setNumber(setup, remedy.pointer, remedy.value)!),
      { fromMs: first.atMs, toMs: first.atMs + 1e-6 },
      10,
      WITHOUT_BREAK,
    )
    expect(cured!.requests.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([[0, 'INTEGRATED']])
  })

  it('is not looked for where none of these limits refused the request', async () => {
    const others = OUTCOMES.filter((outcome) => !REFUSED.test(outcome))
    for (const outcome of others) {
      const [id] = await idsOf(rich, outcome)
      if (id !== undefined) expect([outcome, await remedyOf(rich, id)]).toEqual([outcome, null])
    }
  })
})

/** 13.2 -> 13.1, 100 -> 99.9. */
function nextRoundBelow(rate: number): number {
  const digits = Number((rate * (1 - 1e-9)).toExponential(2))
  return digits < rate ? digits : Number((rate - 10 ** (Math.floor(Math.log10(rate)) - 2)).toPrecision(3))
}

describe('the rich run', () => {
  it('has what these tests are about', () => {
    const counts = finished(rich.design, rich.scenario).recorder.totals()
    const refused = OUTCOMES.filter((name, at) => REFUSED.test(name) && counts[at]! > 0)
    expect(refused.length).toBe(6)
  })
})

import vm from 'node:vm'
import { transformSync } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import { k6Script } from './k6-script'

const design = orderDesign()
const rush = design.scenarios[0]!
const source: TrafficSource = {
  name: 'shoppers',
  shape: { type: 'CONSTANT', ratePerSecond: 5 },
  routes: { 'GET /orders/{id}': 3, 'POST /orders': 1 },
}
const script = (changes: Partial<Scenario> = {}) => k6Script(design, { ...rush, ...changes })

interface Sent {
  readonly verb: string
  readonly url: string
  readonly body: string | null
  readonly params: { readonly headers: Record<string, string>; readonly tags: Record<string, string> }
}

interface Exports {
  readonly options?: { readonly scenarios?: Readonly<Record<string, object>> }
  readonly setup?: () => void
  readonly run?: () => void
}

/** The same draws in every test run. Source: "mulberry32", a generator in the public domain. */
function seededMath(): Math {
  let state = 1
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
  return Object.assign(Object.create(Math) as Math, { random })
}

/** What k6 would do: modules that count, send nothing, and answer with these statuses in turn. */
function play(text: string, environment: Record<string, string>, statuses: readonly number[] = [200], times = 1) {
  const sent: Sent[] = []
  const slept: number[] = []
  const added: Record<string, number> = {}
  class Metric {
    constructor(private readonly name: string) {}
    add(value: number | boolean): void {
      added[this.name] = (added[this.name] ?? 0) + Number(value)
    }
  }
  const request = (verb: string, url: string, body: string | null, params: Sent['params']) => {
    sent.push({ verb, url, body, params })
    return { status: statuses[(sent.length - 1) % statuses.length], headers: {}, timings: { duration: 12 } }
  }
  const modules: Record<string, object> = {
    k6: { randomSeed: () => undefined, sleep: (seconds: number) => slept.push(seconds) },
    'k6/http': { default: { request } },
    'k6/metrics': { Counter: Metric, Rate: Metric, Trend: Metric },
  }
  const { code } = transformSync(text, { format: 'cjs' })
  const module = { exports: {} as Exports }
  const warned: string[] = []
  const globals = {
    module,
    require: (name: string) => ({ __esModule: true, ...modules[name] }),
    __ENV: environment,
    __VU: 1,
    Math: seededMath(),
    console: { warn: (line: string) => warned.push(line) },
  }
  vm.runInNewContext(code, globals)
  module.exports.setup!()
  for (let time = 0; time < times; time++) module.exports.run!()
  return {
    options: JSON.parse(JSON.stringify(module.exports.options)) as {
      readonly scenarios: Record<string, { executor: string }>
    },
    sent,
    slept,
    added,
    warned,
  }
}

describe('k6Script', () => {
  it('is an ES module that imports only what k6 documents', () => {
    const { name, text } = script()
    expect(name).toBe('rush-hour-k6.js')
    expect(() => transformSync(text, { loader: 'js', format: 'esm' })).not.toThrow()
    expect(text.match(/^import .*$/gm)).toEqual([
      "import { randomSeed, sleep } from 'k6'",
      "import http from 'k6/http'",
      "import { Counter, Rate, Trend } from 'k6/metrics'",
    ])
    expect(text).not.toMatch(/\beval\b|new Function|Date\.now/)
  })

  it('has a scenario for each source, and thresholds for the checks', () => {
    const { options } = play(script().text, {}, [200], 0)
    expect(options).toEqual({
      discardResponseBodies: true,
      scenarios: {
        shoppers: {
          executor: 'constant-arrival-rate',
          rate: 300,
          timeUnit: '1s',
          duration: '30s',
          preAllocatedVUs: 60,
          maxVUs: 600,
          exec: 'run',
          env: { SOURCE: '0' },
        },
      },
      thresholds: {
        'throttled_share{api_key:API_KEY_ACME_WEB}': ['rate<=0.5'],
        'throttled{route:post_orders}': ['count>0'],
      },
    })
  })

  it('sends the routes by their weights, with items, keys and tokens from the environment', () => {
    const shoppers: TrafficSource = {
      ...source,
      apiKeys: { names: ['acme-web'], distribution: 'UNIFORM' },
      identities: { count: 2, distribution: 'UNIFORM' },
      items: { count: 10, distribution: 'UNIFORM' },
    }
    const environment = {
      SOURCE: '0',
      BASE_URL: 'https://api.example.com/v1/',
      API_KEY_ACME_WEB: 'secret',
      TOKENS: 't1,t2',
    }
    const { sent, warned } = play(script({ sources: [shoppers] }).text, environment, [200], 2000)
    const gets = sent.filter(({ verb }) => verb === 'GET')
    const posts = sent.filter(({ verb }) => verb === 'POST')
    expect(Math.abs(gets.length / 2000 - 0.75)).toBeLessThan(0.05)
    expect(new Set(gets.map(({ url }) => url)).size).toBe(10)
    expect(gets[0]).toMatchObject({
      url: expect.stringMatching(/^https:\/\/api\.example\.com\/v1\/orders\/item-\d+$/),
      body: null,
      params: { tags: { name: 'GET /orders/{id}', route: 'get_orders_id', api_key: 'API_KEY_ACME_WEB' } },
    })
    expect(posts[0]).toMatchObject({ url: 'https://api.example.com/v1/orders', body: '{"item":"item"}' })
    expect(Object.keys(posts[0]!.params.headers).sort()).toEqual(['Authorization', 'Content-Type', 'x-api-key'])
    expect(new Set(posts.map(({ params }) => params.headers['Authorization']))).toEqual(new Set(['t1', 't2']))
    expect(new Set(sent.map(({ params }) => params.headers['x-api-key']))).toEqual(new Set(['secret']))
    expect(warned).toEqual([])
  })

  it('holds no key and no token, and says which ones are missing', () => {
    const { text } = script()
    for (const { value } of design.apiKeys) expect(text).not.toContain(value)
    const { sent, warned } = play(text, { SOURCE: '0' })
    expect(warned).toEqual(['Not set, so requests go without them: API_KEY_ACME_WEB, API_KEY_ACME_APP, TOKENS'])
    expect(Object.keys(sent[0]!.params.headers)).not.toContain('x-api-key')
    expect(sent[0]!.url.startsWith('http://127.0.0.1:3000/orders0001/prod/orders')).toBe(true)
  })

  it('plays wrong keys, missing, expired and denied tokens, invalid bodies and cache bypasses by their shares', () => {
    const shoppers: TrafficSource = {
      ...source,
      routes: { 'POST /orders': 1 },
      apiKeys: { names: ['acme-web'], distribution: 'UNIFORM' },
      wrongApiKeys: 0.5,
      missingTokens: 0.2,
      expiredTokens: 0.2,
      deniedIdentities: 0.2,
      invalidBodies: 0.5,
      cacheBypasses: 0.5,
    }
    const environment = {
      SOURCE: '0',
      API_KEY_ACME_WEB: 'k',
      TOKENS: 't',
      EXPIRED_TOKEN: 'old',
      DENIED_TOKEN: 'denied',
    }
    const { sent } = play(script({ sources: [shoppers] }).text, environment, [200], 4000)
    const share = (is: (request: Sent) => boolean): number =>
      Math.round((sent.filter(is).length / sent.length) * 20) / 20
    expect([
      share(({ params }) => params.headers['x-api-key'] === 'no-such-key'),
      share(({ params }) => params.headers['Authorization'] === undefined),
      share(({ params }) => params.headers['Authorization'] === 'old'),
      share(({ params }) => params.headers['Authorization'] === 'denied'),
      share(({ body }) => body === 'not JSON'),
      share(({ params }) => params.headers['Cache-Control'] === 'max-age=0'),
    ]).toEqual([0.5, 0.2, 0.2, 0.2, 0.5, 0.5])
  })

  it('draws popular items more often, by Zipf’s law and in hot sets', () => {
    const drawn = (items: TrafficSource['items']): number[] => {
      const text = script({ sources: [{ ...source, routes: { 'GET /orders/{id}': 1 }, items: items! }] }).text
      const counts = Array<number>(items!.count).fill(0)
      for (const { url } of play(text, { SOURCE: '0' }, [200], 20_000).sent)
        counts[Number(/item-(\d+)$/.exec(url)![1]) - 1]! += 1
      return counts.map((count) => count / 20_000)
    }
    const zipf = drawn({ count: 4, distribution: 'ZIPF', exponent: 1 })
    zipf.forEach((share, index) => expect(Math.abs(share - 12 / 25 / (index + 1))).toBeLessThan(0.02))
    const steep = drawn({ count: 3, distribution: 'ZIPF', exponent: 2 })
    steep.forEach((share, index) => expect(Math.abs(share - 36 / 49 / (index + 1) ** 2)).toBeLessThan(0.02))
    const hot = drawn({ count: 4, distribution: 'HOT_SET', hotCount: 1, hotShare: 0.7 })
    hot.forEach((share, index) => expect(Math.abs(share - (index === 0 ? 0.7 : 0.1))).toBeLessThan(0.02))
  })

  it('sends refused requests again as the policy says', () => {
    const retry = { type: 'EXPONENTIAL', delayMs: 100, jitter: 'NONE', maxAttempts: 4 } as const
    const { text } = script({ sources: [{ ...source, retry }] })
    const refused = play(text, { SOURCE: '0' }, [429])
    expect([refused.sent.length, refused.slept, refused.added['retries'], refused.added['throttled']]).toEqual([
      4,
      [0.1, 0.2, 0.4],
      3,
      4,
    ])
    expect(new Set(refused.sent.map(({ url }) => url)).size).toBe(1)
    expect(play(text, { SOURCE: '0' }, [503, 200]).slept).toEqual([0.1])
    expect(play(text, { SOURCE: '0' }, [403]).slept).toEqual([])
  })

  it('keeps to a retry budget and to the longest delay', () => {
    const fixed = { type: 'FIXED', delayMs: 50, maxAttempts: 2, budget: 0.5 } as const
    const { text, notes } = script({ sources: [{ ...source, retry: fixed }] })
    expect(play(text, { SOURCE: '0' }, [429], 10).slept).toHaveLength(5)
    expect(notes).toContain('"shoppers": each virtual user keeps a retry budget of its own.')
    const capped = { type: 'EXPONENTIAL', delayMs: 100, maxDelayMs: 150, jitter: 'NONE', maxAttempts: 4 } as const
    expect(play(script({ sources: [{ ...source, retry: capped }] }).text, { SOURCE: '0' }, [500]).slept).toEqual([
      0.1, 0.15, 0.15,
    ])
  })

  it('has users think between their requests', () => {
    const thinkTime = { distribution: 'CONSTANT', valueMs: 250 } as const
    const shape = { type: 'CLOSED_LOOP', users: 3, thinkTime } as const
    const { options, slept } = play(script({ sources: [{ ...source, shape }] }).text, { SOURCE: '0' }, [200], 2)
    expect([options.scenarios['shoppers']?.executor, slept]).toEqual(['constant-vus', [0.25, 0.25]])
  })

  it.each([
    [{ distribution: 'UNIFORM', minMs: 100, maxMs: 300 }, 200],
    [{ distribution: 'NORMAL', meanMs: 200, standardDeviationMs: 20 }, 200],
    [{ distribution: 'LOGNORMAL', medianMs: 100, sigma: 0.5 }, 100 * Math.exp(0.125)],
    [{ distribution: 'EXPONENTIAL', meanMs: 200 }, 200],
    [{ distribution: 'EMPIRICAL', valuesMs: [300, 100] }, 200],
  ] as const)('draws think times of %j', (thinkTime, meanMs) => {
    const shape = { type: 'CLOSED_LOOP', users: 3, thinkTime } as const
    const { slept } = play(script({ sources: [{ ...source, shape }] }).text, { SOURCE: '0' }, [200], 5000)
    const mean = (slept.reduce((sum, seconds) => sum + seconds, 0) / slept.length) * 1000
    expect(Math.abs(mean / meanMs - 1)).toBeLessThan(0.08)
  })

  it('tells throttled requests from those over a quota, and counts errors and latencies', () => {
    const { added } = play(script({ sources: [source] }).text, { SOURCE: '0' }, [200, 429, 403, 500], 4)
    expect(added).toEqual({
      requests: 4,
      admitted: 2,
      throttled: 1,
      throttled_share: 1,
      quota_exceeded: 0,
      error_share: 1,
      retries: 0,
      answered_duration: 24,
    })
  })

  it('says what is different, in the script and beside it', () => {
    const { text, notes } = script()
    expect(notes).toEqual([
      'The models of backends, authorizer and overhead are left out: the real ones answer.',
      '"shoppers": arrivals are evenly spaced at the same rate; k6 has no random ones.',
    ])
    for (const note of notes) expect(text).toContain(`// - ${note}\n`)
  })

  it('stays a script with hostile names', () => {
    const name = "*/ ${x} `\n');process.exit(1)//\u2028\u2029</script> __proto__"
    const sources = [
      { ...source, name },
      { ...source, name: '__proto__', apiKeys: { names: [name, '__proto__'], distribution: 'UNIFORM' } as const },
    ]
    const { text, name: file } = script({ name, sources })
    expect(file).toBe('x-process-exit-1-script-proto-k6.js')
    const { options, sent } = play(text, { SOURCE: '1' })
    expect([Object.keys(options.scenarios), sent.length]).toEqual([['x_process_exit_1_script_proto', 'proto'], 1])
  })

  it('is still a script when nothing can be sent', () => {
    const { text } = script({ sources: [] })
    expect(text).toContain('export default function nothingToSend() {')
    expect(() => transformSync(text, { loader: 'js', format: 'esm' })).not.toThrow()
  })

  it('is the same each time', () => {
    expect(script()).toEqual(script())
  })
})

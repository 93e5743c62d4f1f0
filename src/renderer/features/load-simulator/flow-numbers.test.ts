import { describe, expect, it } from 'vitest'
import { flowNumbers, flowOfType } from './flow-numbers'
import { FLOW, flowEnd, flowRows, spinePath } from './flow-shape'
import { totalsWith } from './test-snapshot'

const totals = totalsWith({
  offered: 1000,
  denied: 100,
  throttled: 300,
  throttledByLevel: { planMethod: 50, plan: 150, method: 100, stage: 0, account: 0 },
  rejected: 10,
  cacheHit: 190,
  error: 20,
  served: 380,
})

describe('flowNumbers', () => {
  it('takes away what leaves at each step until the answers of the backends are left', () => {
    const flow = flowNumbers(totals)
    expect(flow.exits.map(({ step, count, leaving }) => [step, count, leaving])).toEqual([
      ['authorizer', 100, 900],
      ['usage-plan-throttle', 200, 700],
      ['method-throttle', 100, 600],
      ['request-validator', 10, 590],
      ['cache-lookup', 190, 400],
      ['integration', 20, 380],
    ])
    expect(flow.answered).toBe(380)
  })

  it('tells API keys, quotas and failed authorizers apart once the exact outcomes are known', () => {
    const flow = flowNumbers(totalsWith({ offered: 100, served: 60 }), {
      INTEGRATED: 60,
      UNAUTHORIZED: 5,
      AUTHORIZER_CONFIGURATION_ERROR: 4,
      INVALID_API_KEY: 3,
      QUOTA_EXCEEDED: 20,
      BLOCKED: 8,
    })
    expect(
      flow.exits.filter(({ count }) => count > 0).map(({ label, count, answer }) => [label, count, answer]),
    ).toEqual([
      ['Authorizer', 5, '401, 403'],
      ['Authorizer failed', 4, '500'],
      ['API key', 3, '403'],
      ['Quota', 20, '429'],
      ['Integration', 8, '5xx'],
    ])
    expect(flow.exits.at(-1)?.leaving).toBe(60)
  })
})

describe('flowRows', () => {
  const rows = flowRows(flowNumbers(totals))

  it('makes the spine as wide as the share still under way', () => {
    expect([rows[0]?.widthBefore, rows[0]?.widthAfter, rows.at(-1)?.widthAfter]).toEqual([
      FLOW.spine,
      FLOW.spine * 0.9,
      FLOW.spine * 0.38,
    ])
  })

  it('keeps a thin band visible and gives a thick one a higher row', () => {
    const validation = rows.find(({ exit }) => exit.step === 'request-validator')
    expect([validation?.band, validation?.height]).toEqual([FLOW.minBand, FLOW.row])
    const [only] = flowRows(flowNumbers(totalsWith({ offered: 10, denied: 10 })))
    expect([only?.band, only?.height]).toEqual([FLOW.spine, FLOW.text + FLOW.spine + FLOW.gap])
  })

  it('places rows below each other and ends where the last one ends', () => {
    rows.slice(1).forEach((row, index) => expect(row.top).toBe((rows[index]?.top ?? 0) + (rows[index]?.height ?? 0)))
    expect(flowEnd(rows)).toBe((rows.at(-1)?.top ?? 0) + (rows.at(-1)?.height ?? 0))
    expect(spinePath(rows)).toMatch(/^M 12 19 L 52 19 .* Z$/)
  })

  it('has no width when nothing was offered', () => {
    expect(
      flowRows(flowNumbers(totalsWith({}))).every(({ widthBefore, band }) => widthBefore === 0 && band === 0),
    ).toBe(true)
  })
})

describe('the flow of an API without a response cache', () => {
  it('leaves out the rows that it cannot have', () => {
    const flow = flowNumbers(totalsWith({}))
    const stepsOf = (type: 'REST' | 'HTTP' | 'WEBSOCKET') => flowOfType(flow, type).exits.map(({ step }) => step)
    expect([stepsOf('REST').includes('cache-lookup'), stepsOf('WEBSOCKET').includes('cache-lookup')]).toEqual([
      true,
      false,
    ])
    expect(stepsOf('HTTP')).not.toContain('request-validator')
  })
})

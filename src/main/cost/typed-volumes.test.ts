import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { BilledSettings } from './billed-settings'
import { typedAssumptions } from './typed-assumptions'
import { NO_VOLUMES, withTypedCache, withTypedVolumes, type TypedVolumes } from './typed-volumes'

const design: Design = { ...orderDesign(), functions: { 'create-order': { memorySize: 512 } } }
const api = design.apis[0]!
const typed = (volumes: TypedVolumes, known = NO_VOLUMES) => withTypedVolumes(design, api, known, volumes)

describe('withTypedVolumes', () => {
  it('has every request call a function when its duration is given, by whole milliseconds', () => {
    expect(typed({ requests: 1000, lambdaMs: 99.2 })).toEqual({
      ...NO_VOLUMES,
      requests: 1000,
      // Of create-order and list-orders, which the design does not describe.
      lambda: { calls: 1000, milliseconds: 100_000, memoryMb: 320 },
    })
    expect(typed({ requests: 1000, lambdaMs: 10, lambdaMb: 2048 }).lambda).toEqual({
      calls: 1000,
      milliseconds: 10_000,
      memoryMb: 2048,
    })
    expect(typed({ requests: 1000, lambdaMb: 2048 }).lambda).toBe(null)
  })

  it('puts what was typed in the place of what a run showed, and keeps the rest', () => {
    const known = {
      requests: 500,
      refusedRequests: 5,
      requestBytes: 0,
      responseBytes: 100,
      connectionMinutes: 0,
      lambda: { calls: 200, milliseconds: 4000, memoryMb: 128 },
      authorizer: { calls: 10, milliseconds: 250, memoryMb: 128 },
    }
    expect(typed({ responseBytes: 7, lambdaMs: 30, connectionMinutes: 1 }, known)).toEqual({
      ...known,
      responseBytes: 7,
      connectionMinutes: 1,
      lambda: { calls: 200, milliseconds: 6000, memoryMb: 128 },
    })
    expect(typed({ lambdaMb: 256 }, known).lambda).toEqual({ calls: 200, milliseconds: 4000, memoryMb: 256 })
  })
})

describe('withTypedCache', () => {
  const settings = { protocolType: 'REST', cacheGb: '0.5' } as BilledSettings

  it('changes the cache of a REST API and of nothing else', () => {
    expect(withTypedCache(settings, { cacheGb: '118' }).cacheGb).toBe('118')
    expect(withTypedCache(settings, { cacheGb: null }).cacheGb).toBe(null)
    expect(withTypedCache(settings, {})).toBe(settings)
    const http = { ...settings, protocolType: 'HTTP', cacheGb: null } as const
    expect(withTypedCache(http, { cacheGb: '118' })).toBe(http)
  })
})

describe('typedAssumptions', () => {
  it('says what the volumes leave open', () => {
    const of = (volumes: TypedVolumes) => typedAssumptions(design, api, volumes, typed(volumes))
    expect(of({})).toEqual(['Nothing is sent: only what costs without traffic is counted.'])
    expect(of({ requests: 1 })).toEqual([
      'The functions behind the API are not counted: --lambda-ms says how long they run.',
    ])
    expect(of({ requests: 1, lambdaMs: 5 })).toEqual(['Every request calls a function with 320 MB.'])
  })
})

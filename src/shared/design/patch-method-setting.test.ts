import { describe, expect, it } from 'vitest'
import { patchMethodSetting } from './patch-method-setting'
import type { PatchOperation } from './patch-canary'
import type { Stage } from './stage'

const ACCOUNT = { rateLimit: 10_000, burstLimit: 5_000 }
const EMPTY: Stage = { methodSettings: {} }

/** The settings after all of these operations; the first refusal in its words. */
function after(stage: Stage, ...operations: PatchOperation[]): unknown {
  let current = stage
  for (const operation of operations) {
    const result = patchMethodSetting(current, operation, ACCOUNT)
    if (result.kind !== 'patched') return result
    current = result.stage
  }
  return current.methodSettings
}

const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value })
const DEFAULTS = {
  throttlingRateLimit: 10_000,
  throttlingBurstLimit: 5_000,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
  dataTraceEnabled: false,
  metricsEnabled: false,
}

describe('patchMethodSetting', () => {
  it('makes a whole entry from the one of all methods, which changes of that one leave alone', () => {
    expect(
      after(
        EMPTY,
        replace('/*/*/caching/enabled', 'true'),
        replace('/~1pets~1{id}/GET/throttling/burstLimit', '7'),
        replace('/*/*/caching/enabled', 'false'),
      ),
    ).toEqual({
      '*/*': DEFAULTS,
      '/pets/{id}/GET': { ...DEFAULTS, cachingEnabled: true, throttlingBurstLimit: 7 },
    })
  })

  it('takes the names of resources as they are written in one segment, and the root', () => {
    expect(
      Object.keys(
        after(
          EMPTY,
          replace('/test/GET/metrics/enabled', 'true'),
          replace('/~1/GET/metrics/enabled', 'true'),
        ) as object,
      ),
    ).toEqual(['/test/GET', '/GET'])
  })

  it('removes an entry, and refuses one that is not there', () => {
    const stage: Stage = { methodSettings: { '*/*': { cachingEnabled: true } } }
    const remove: PatchOperation = { op: 'remove', path: '/*/*' }
    expect([after(stage, remove), after(stage, remove, remove)]).toEqual([
      {},
      {
        kind: 'refused',
        message: 'Cannot remove method setting */* because there is no method setting for this method ',
      },
    ])
  })

  it('leaves other paths to others', () => {
    const paths = ['/description', '/variables/a', '/*/*/throttling/unknown', '/canarySettings/percentTraffic', '/*/*']
    expect(paths.map((path) => after(EMPTY, replace(path, '1')))).toEqual(paths.map(() => ({ kind: 'other' })))
  })
})

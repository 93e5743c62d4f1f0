import { describe, expect, it } from 'vitest'
import type { Integration } from '../../design/integration'
import type { Method } from '../../design/method'
import type { Scenario } from '../../design/scenario'
import type { Stage } from '../../design/stage'
import { designWith, found, foundAfterFixes, FUNCTION_URI, restApi } from '../review.fixture'
import { userDataCached as RULE } from './user-data-cached'

const CACHED: Stage = { cacheClusterEnabled: true, methodSettings: { '*/*': { cachingEnabled: true } } }
const AUTHORIZED = { authorizationType: 'CUSTOM', authorizerId: 'tokens' } as const
const proxy = (more: Partial<Integration> = {}): Partial<Method> => ({
  integration: { type: 'AWS_PROXY', uri: FUNCTION_URI, integrationResponses: [], ...more },
})
const api = (method: Partial<Method>, stage: Stage = CACHED) =>
  restApi(
    { 'GET /a': method },
    {
      stages: { prod: stage, test: stage },
      authorizers: { tokens: { type: 'REQUEST', identitySource: 'method.request.header.X-User, context.path' } },
    },
  )
const PLACE = '/apis/0/resources/~1a/methods/GET/integration'

describe('user-data-cached', () => {
  it('finds cached methods that know their caller and keep it out of the key, and turns their cache off', () => {
    const design = designWith(api({ ...AUTHORIZED, ...proxy({ cacheKeyParameters: ['method.request.path.id'] }) }))
    expect([found(RULE, design), foundAfterFixes(RULE, design)]).toEqual([[`warning ${PLACE}`], []])
    expect(RULE.find(design)[0]!.fix!.label).toBe('Turn the cache off for GET /a in prod and test')
  })

  it('is an error where a scenario says that answers are personal', () => {
    const open = api({})
    const scenario = { name: 's', apiId: open.id, stage: 'prod', backends: { '*': { isPersonal: true } } } as unknown
    const design = designWith(open, { scenarios: [scenario as Scenario] })
    expect([found(RULE, design), found(RULE, designWith(open))]).toEqual([[`error ${PLACE}`], []])
  })

  it('finds nothing where the key tells callers apart', () => {
    const keys: Partial<Integration>[] = [
      { cacheKeyParameters: ['method.request.header.Authorization'] },
      { cacheKeyParameters: ['method.request.header.x-user'] },
      {
        cacheKeyParameters: ['integration.request.header.User'],
        requestParameters: { 'integration.request.header.User': 'context.authorizer.principalId' },
      },
    ]
    expect(keys.flatMap((key) => found(RULE, designWith(api({ ...AUTHORIZED, ...proxy(key) }))))).toEqual([])
  })

  it('finds nothing where nothing is cached', () => {
    const stages: Stage[] = [
      { methodSettings: { '*/*': { cachingEnabled: true } } },
      { ...CACHED, methodSettings: { '*/*': { cachingEnabled: true }, '/a/GET': { cacheTtlInSeconds: 0 } } },
    ]
    expect(stages.flatMap((stage) => found(RULE, designWith(api({ ...AUTHORIZED, ...proxy() }, stage))))).toEqual([])
  })
})

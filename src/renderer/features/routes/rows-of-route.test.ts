import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { putWebAcl } from '@shared/design/edits/put-web-acl'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { setStageWebAcl } from '@shared/design/edits/set-stage-web-acl'
import { updateIntegration } from '@shared/design/edits/update-integration'
import { updateMethod } from '@shared/design/edits/update-method'
import { updateStage } from '@shared/design/edits/update-stage'
import type { Integration } from '@shared/design/integration'
import type { WebAcl } from '@shared/design/web-acl'
import type { LadderRow } from '../../ui/pipeline/ladder-row'
import { orderDesign } from './fixtures/order-design'
import { routeContext } from './route-context'
import { rowsOfRoute } from './rows-of-route'

const API = 'a1b2c3d4e5'

function rows(routeKey: string, design: Design = orderDesign(), stage: string | null = 'prod'): LadderRow[] {
  const route = routeContext(design, API, stage, routeKey)
  return route === null ? [] : rowsOfRoute(route)
}

function row(step: LadderRow['step'], routeKey: string, design?: Design, stage?: string | null): LadderRow | undefined {
  return rows(routeKey, design, stage).find((each) => each.step === step)
}

/** The words of a row's main line. */
function words(found: LadderRow | undefined): string | undefined {
  return found?.main.map((part) => part.text).join(' ')
}

it('lists the steps of a REST route from the client to the answer', () => {
  expect(rows('POST /orders').map(({ label, kind, state }) => [label, kind, state])).toEqual([
    ['Client', 'request in, response out', 'on'],
    ['WAF', 'none', 'absent'],
    ['Resource policy', 'API policy', 'on'],
    ['Authorizer', 'TOKEN', 'on'],
    ['API key and plan', 'required, from header', 'on'],
    ['Throttle', '3 buckets apply', 'on'],
    ['Validation', 'body and parameters', 'on'],
    ['Cache', 'off for POST', 'absent'],
    ['Request mapping', 'template, 3 lines', 'on'],
    ['Integration', 'AWS, Lambda', 'on'],
    ['Response mapping', '3 selections', 'on'],
  ])
})

it('has no ladder for a route that does not exist', () => {
  expect(rows('POST /nowhere')).toEqual([])
})

it('shows the address a client calls and where the key comes from', () => {
  expect(row('client', 'POST /orders')).toEqual({
    step: 'client',
    label: 'Client',
    kind: 'request in, response out',
    state: 'on',
    main: [{ text: 'POST https://a1b2c3d4e5.execute-api.us-east-1…/prod/orders', isMono: true }],
    muted: 'Create order, HEADER key source, up to 10 MB',
    exits: [],
  })
})

describe('a web ACL', () => {
  const acl: WebAcl = {
    name: 'front',
    defaultAction: 'ALLOW',
    rules: [
      { name: 'office', action: 'ALLOW', statement: { type: 'IP_SET', addresses: ['203.0.113.0/24'] } },
      { name: 'flood', action: 'BLOCK', statement: { type: 'RATE_BASED', limit: 2000, evaluationWindowSec: 60 } },
    ],
  }

  it('is shown with its rules in the order they are asked', () => {
    const design = setStageWebAcl(putWebAcl(orderDesign(), acl), API, 'prod', 'front')
    expect(row('waf', 'POST /orders', design)).toEqual({
      step: 'waf',
      label: 'WAF',
      kind: 'of stage prod',
      state: 'on',
      main: [{ text: 'front', isMono: true }, { text: '2 rules, else allowed' }],
      muted: 'office allows 1 address block; flood blocks over 2,000 requests in 60 s',
      exits: [{ status: '403', responseType: 'WAF_FILTERED', text: 'WAF_FILTERED' }],
    })
  })

  it('that the project does not have filters nothing', () => {
    const webAclArn = 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/gone/6f1c'
    const found = row('waf', 'POST /orders', updateStage(orderDesign(), API, 'prod', { webAclArn }))
    expect([found?.state, words(found), found?.exits]).toEqual(['off', 'gone is not in this project', []])
  })
})

describe('access', () => {
  it('counts what the resource policy allows and denies', () => {
    expect(row('resource-policy', 'POST /orders')).toEqual({
      step: 'resource-policy',
      label: 'Resource policy',
      kind: 'API policy',
      state: 'on',
      main: [{ text: '1 statement allows, 1 statement denies' }],
      muted: 'Looked at again after the authorizer',
      exits: [{ status: '403', responseType: 'ACCESS_DENIED', text: 'ACCESS_DENIED' }],
    })
  })

  it('says how long an authorizer result is kept and what that means', () => {
    expect(row('authorizer', 'POST /orders')).toEqual({
      step: 'authorizer',
      label: 'Authorizer',
      kind: 'TOKEN',
      state: 'on',
      main: [{ text: 'shop-token-auth', isMono: true }, { text: 'result kept 300 s' }],
      muted: 'Key: Authorization header. A revoked token works for up to 300 s.',
      exits: [
        { status: '401', responseType: 'UNAUTHORIZED', text: 'UNAUTHORIZED' },
        { status: '403', responseType: 'ACCESS_DENIED' },
      ],
    })
  })

  it('says that an authorizer is missing', () => {
    const design = updateMethod(orderDesign(), API, '/orders', 'POST', { authorizerId: 'gone' })
    expect(row('authorizer', 'POST /orders', design)?.main).toEqual([{ text: 'gone does not exist', chip: 'danger' }])
  })

  it('shows the quotas of the plans that cover the stage', () => {
    const found = row('api-key', 'POST /orders')
    expect([words(found), found?.muted]).toEqual([
      'Premium 1,000,000 / month Standard 100,000 / month',
      '3 keys on 2 plans cover prod',
    ])
  })

  it('warns when no plan covers the stage', () => {
    expect(row('api-key', 'POST /orders', orderDesign(), 'dev')).toEqual({
      step: 'api-key',
      label: 'API key and plan',
      kind: 'required, from header',
      state: 'on',
      main: [{ text: 'No usage plan covers dev', chip: 'warning' }],
      muted: 'Every call is answered 403',
      exits: [{ status: '403', responseType: 'INVALID_API_KEY', text: 'INVALID_API_KEY' }],
    })
  })
})

describe('throttle', () => {
  it('shows the buckets that apply in the order they are asked, the tightest marked', () => {
    expect(row('throttle', 'POST /orders')?.buckets).toEqual([
      { level: 'plan', label: 'Premium', rateLimit: 1000, burstLimit: 2000, decides: false },
      { level: 'method', label: 'Method', rateLimit: 100, burstLimit: 50, decides: true },
      { level: 'account', label: 'Account', rateLimit: 10_000, burstLimit: 5000, decides: false },
    ])
  })

  it('has one bucket where nothing but the account limits a route', () => {
    expect(row('throttle', 'GET /', orderDesign(), 'dev')).toEqual({
      step: 'throttle',
      label: 'Throttle',
      kind: '1 bucket applies',
      state: 'on',
      main: [],
      muted: '',
      exits: [{ status: '429', responseType: 'THROTTLED', text: 'THROTTLED' }],
      buckets: [{ level: 'account', label: 'Account', rateLimit: 10_000, burstLimit: 5000, decides: true }],
    })
  })

  it('says that a limit of 0 refuses everything', () => {
    const design = setMethodSetting(orderDesign(), API, 'prod', '/orders/POST', { throttlingRateLimit: 0 })
    expect(row('throttle', 'POST /orders', design)?.muted).toBe('A limit of 0 refuses every request')
  })
})

describe('validation', () => {
  it('names the model and the required parameters', () => {
    expect(words(row('validation', 'POST /orders'))).toBe('CreateOrder header X-Request-Source')
  })

  it('warns that a body validator without a model checks no body', () => {
    const design = updateMethod(orderDesign(), API, '/orders', 'POST', { requestModels: undefined })
    expect(row('validation', 'POST /orders', design)?.main[0]).toEqual({
      text: 'no model, so no body is checked',
      chip: 'warning',
    })
  })

  it('is absent without a validator', () => {
    expect(row('validation', 'GET /orders')?.state).toBe('absent')
  })
})

describe('cache', () => {
  it('warns when the key leaves out a path parameter', () => {
    expect(row('cache', 'GET /orders/{id}')).toEqual({
      step: 'cache',
      label: 'Cache',
      kind: 'on, 0.5 GB',
      state: 'on',
      main: [{ text: '300 s', isMono: true }, { text: 'key' }, { text: 'no parameters', chip: 'warning' }],
      muted: 'Every id shares one entry',
      exits: [{ status: 'hit', text: 'stored answer' }],
    })
  })

  it('names the parameters of the key', () => {
    expect(words(row('cache', 'GET /products'))).toBe('300 s key querystring.page')
  })

  it('says why it is off', () => {
    const set = (patch: Parameters<typeof setMethodSetting>[4]): Design =>
      setMethodSetting(orderDesign(), API, 'prod', '/products/GET', patch)
    const withoutCluster = updateStage(orderDesign(), API, 'prod', { cacheClusterEnabled: false })
    expect(
      [
        row('cache', 'GET /products', withoutCluster),
        row('cache', 'GET /products', set({ cachingEnabled: false })),
        row('cache', 'GET /products', set({ cacheTtlInSeconds: 0 })),
        row('cache', 'POST /orders'),
      ].map(words),
    ).toEqual([
      'Stage prod has no cache cluster',
      'Caching is off for this method',
      'A time to live of 0 turns caching off',
      'Only GET is cached by a stage-wide setting',
    ])
  })
})

describe('integration', () => {
  it('shows the function, its time limit and what plays it here', () => {
    const found = row('integration', 'POST /orders')
    expect([words(found), found?.muted]).toEqual([
      'create-order:${stageVariables.alias} 29,000 ms',
      'Runs ./handlers/create-order.mjs#handler on this computer',
    ])
  })

  it('says what plays an AWS service here', () => {
    const played = (uri: string, more: Partial<Integration> = {}) => {
      const patch = { type: 'AWS' as const, uri: `arn:aws:apigateway:us-east-1:${uri}`, ...more }
      return row('integration', 'POST /orders', updateIntegration(orderDesign(), API, '/orders', 'POST', patch))?.muted
    }
    expect([
      played('sqs:path/123456789012/orders'),
      played('archive.s3:path/{key}'),
      played('ssm:action/GetParameter'),
      played('ssm:action/GetParameter', { backend: 'http://127.0.0.1:4566' }),
    ]).toEqual([
      'A stand-in for sqs plays it on this computer',
      'A stand-in for s3 plays it on this computer',
      'Nothing plays it on this computer yet',
      'http://127.0.0.1:4566 plays it on this computer',
    ])
  })

  it('shows the address of an HTTP backend and how it can fail', () => {
    const found = row('integration', 'GET /products')
    expect([words(found), found?.exits]).toEqual([
      'GET https://products.example.com/v2/products 29,000 ms',
      [{ status: '504', responseType: 'INTEGRATION_TIMEOUT', text: 'INTEGRATION_TIMEOUT' }],
    ])
  })

  it('says that a method without an integration cannot be deployed', () => {
    expect(row('integration', 'DELETE /orders/{id}')).toEqual({
      step: 'integration',
      label: 'Integration',
      kind: 'missing',
      state: 'absent',
      main: [{ text: 'No integration', chip: 'danger' }],
      muted: 'An API cannot be deployed with a method like this',
      exits: [],
    })
  })

  it('shows the selections of the answer, the default in its place', () => {
    expect(row('response-mapping', 'POST /orders')?.main).toEqual([
      { text: '201 default', chip: 'success', isMono: true },
      { text: '400 .*InvalidOrder.*', chip: 'warning', isMono: true },
      { text: '500 .*Error.*', chip: 'danger', isMono: true },
    ])
  })
})

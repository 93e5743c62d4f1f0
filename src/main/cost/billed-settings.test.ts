import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import type { HttpApi } from '@shared/design/http-api'
import { orderDesign } from '@shared/design/order-design.fixture'
import type { RestApi } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import { webAclArn } from '@shared/design/web-acl-arn'
import { billedSettings } from './billed-settings'

const design = orderDesign()
const api = design.apis[0] as RestApi

function settingsOf(stage: Partial<Stage>, more: Partial<Design> = {}, apiMore: Partial<RestApi> = {}) {
  const changed: RestApi = { ...api, ...apiMore, stages: { prod: { methodSettings: {}, ...stage } } }
  return billedSettings({ ...design, ...more, apis: [changed] }, changed, 'prod')
}

const NOTHING = {
  protocolType: 'REST',
  isPrivate: false,
  cacheGb: null,
  webAcl: null,
  accessLogFormat: null,
  hasExecutionLogs: false,
}

describe('billedSettings', () => {
  it('finds the cache, the smallest when no size is said, and none when it is off', () => {
    expect(settingsOf({ cacheClusterEnabled: true, cacheClusterSize: '6.1' })).toEqual({ ...NOTHING, cacheGb: '6.1' })
    expect(settingsOf({ cacheClusterEnabled: true }).cacheGb).toBe('0.5')
    expect(settingsOf({ cacheClusterEnabled: false, cacheClusterSize: '6.1' })).toEqual(NOTHING)
  })

  it('finds the web ACL, the access log and execution logs', () => {
    const acl = { name: 'office', defaultAction: 'ALLOW', rules: [] } as const
    const stage = {
      webAclArn: webAclArn(design, 'office'),
      accessLogSettings: { destinationArn: 'arn:aws:logs:us-east-1:1:log-group:a', format: '$context.status' },
      methodSettings: { '*/*': { loggingLevel: 'INFO' } },
    } as const
    expect(settingsOf(stage, { webAcls: [acl] }, { endpointConfiguration: { types: ['PRIVATE'] } })).toEqual({
      protocolType: 'REST',
      isPrivate: true,
      cacheGb: null,
      webAcl: acl,
      accessLogFormat: '$context.status',
      hasExecutionLogs: true,
    })
  })

  it('knows no price of a log that goes to Firehose', () => {
    const accessLogSettings = {
      destinationArn: 'arn:aws:firehose:us-east-1:1:deliverystream/amazon-apigateway-a',
      format: 'x',
    }
    expect(settingsOf({ accessLogSettings })).toEqual(NOTHING)
  })

  it('has nothing for a stage that is not there, whatever it is called', () => {
    expect(billedSettings(design, api, '__proto__')).toEqual(NOTHING)
  })

  it('finds the access log of an HTTP API', () => {
    const http: HttpApi = {
      protocolType: 'HTTP',
      id: 'h',
      name: 'h',
      routes: {},
      integrations: {},
      authorizers: {},
      stages: { $default: { autoDeploy: true, accessLogSettings: { format: 'x' } } },
    }
    expect(billedSettings(design, http, '$default')).toEqual({ ...NOTHING, protocolType: 'HTTP', accessLogFormat: 'x' })
  })
})

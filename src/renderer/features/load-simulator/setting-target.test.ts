import { describe, expect, it } from 'vitest'
import { settingTarget } from './setting-target'

const target = (pointer: string) => {
  const found = settingTarget(pointer, 'POST /orders')
  return found && [found.tab?.kind, found.tab?.key, found.step, found.label]
}

it('leads a limit of a method to the throttle row of its route', () => {
  expect(target('/apis/0/stages/prod/methodSettings/~1orders~1POST/throttlingRateLimit')).toEqual([
    'route',
    'POST /orders',
    'throttle',
    'Edit method limit',
  ])
  expect(target('/apis/0/stages/prod/methodSettings/~1orders~1POST')).toEqual([
    'route',
    'POST /orders',
    'throttle',
    'Edit method limit',
  ])
})

it('leads a cache setting of a method to its cache row, and one of all methods to the stage', () => {
  expect(target('/apis/0/stages/prod/methodSettings/~1orders~1POST/cacheTtlInSeconds')).toEqual([
    'route',
    'POST /orders',
    'cache',
    'Edit cache setting',
  ])
  expect(target('/apis/0/stages/prod/methodSettings/*~1*/throttlingRateLimit')).toEqual([
    'stages',
    'prod',
    null,
    'Edit stage',
  ])
})

it('leads a setting of a method to the row that shows it', () => {
  expect(target('/apis/0/resources/~1orders/methods/POST/authorizerId')).toEqual([
    'route',
    'POST /orders',
    'authorizer',
    'Edit authorization',
  ])
  expect(target('/apis/0/resources/~1orders/methods/ANY/integration/timeoutInMillis')).toEqual([
    'route',
    'ANY /orders',
    'integration',
    'Edit integration',
  ])
})

it('leads shared things to their tabs, the account to the settings, and has no way to what has no editor', () => {
  expect(target('/usagePlans/0/throttle')).toEqual(['usage-plans', '', null, 'Edit usage plan'])
  expect(target('/apis/0/authorizers/auth')).toEqual(['authorizers', '', null, 'Edit authorizer'])
  expect(target('/account/throttleSettings/rateLimit')).toEqual([undefined, undefined, null, 'Edit account limit'])
  expect(target('/domainNames/0')).toBe(null)
})

it('leads a rule of a web ACL to the WAF row of the route', () => {
  expect(target('/webAcls/0/rules/1')).toEqual(['route', 'POST /orders', 'waf', 'Edit web ACL'])
})

describe('settings of HTTP and WebSocket APIs', () => {
  it.each([
    ['/apis/0/stages/prod/routeSettings/GET ~1items/throttlingRateLimit', 'GET /items', 'throttle', 'Edit route limit'],
    ['/apis/0/routes/$connect/authorizerId', '$connect', 'authorizer', 'Edit authorization'],
    ['/apis/0/integrations/chat/timeoutInMillis', 'send', 'integration', 'Edit integration'],
  ])('%s is edited in its route', (pointer, key, step, label) => {
    expect(settingTarget(pointer, 'send')).toEqual({ tab: { kind: 'route', key }, step, label })
  })

  it('leads to the stage for its default limit', () => {
    const found = settingTarget('/apis/0/stages/prod/defaultRouteSettings/throttlingRateLimit', 'send')
    expect(found).toEqual({ tab: { kind: 'stages', key: 'prod' }, step: null, label: 'Edit stage' })
  })
})

import { describe, expect, it } from 'vitest'
import type { TryRequest } from '@shared/contract/try'
import { ORDERS } from '@shared/design/order-design.fixture'
import { InProcessWorker, openHost } from './memory-host.fixture'

const REQUEST: TryRequest = {
  apiId: ORDERS,
  stage: 'prod',
  method: 'GET',
  path: '/orders',
  headers: [['X-Tag', 'a']],
  body: null,
  apiKeyId: null,
  token: null,
  iamUser: null,
  caller: {},
  isTestInvoke: false,
}

async function runningHost() {
  const host = await openHost(() => new InProcessWorker())
  await host.call['gateway.start']({ port: 0 })
  return host
}

describe('try.send', () => {
  it('gives the answer with the same request as a command line', async () => {
    const host = await runningHost()
    const { curl, status, skippedSteps } = await host.call['try.send'](REQUEST)
    expect([status, curl, skippedSteps]).toEqual([
      200,
      `curl 'http://127.0.0.1:4000/${ORDERS}/prod/orders' -H 'X-Tag: a'`,
      [],
    ])
  })

  it('names the steps that a test invoke leaves out, as the design is now', async () => {
    const host = await runningHost()
    const { skippedSteps } = await host.call['try.send']({ ...REQUEST, isTestInvoke: true })
    expect(skippedSteps).toEqual([
      'authorizer',
      'api-key',
      'quota',
      'usage-plan-throttle',
      'stage-throttle',
      'account-throttle',
      'count-quota',
    ])
  })

  it('names none for a route that the design does not have', async () => {
    const host = await runningHost()
    const { skippedSteps } = await host.call['try.send']({ ...REQUEST, path: '/nowhere', isTestInvoke: true })
    expect(skippedSteps).toEqual([])
  })

  it('says what to do when the gateway is stopped', async () => {
    const host = await openHost(() => new InProcessWorker())
    await expect(host.call['try.send'](REQUEST)).rejects.toMatchObject({ code: 'live/not-running' })
  })
})

describe('gateway.executionLog', () => {
  it('asks the gateway by the id of a request', async () => {
    const host = await runningHost()
    const { lines } = await host.call['gateway.executionLog']({ requestId: 'r1' })
    expect(lines).toEqual([{ at: 0, text: 'Starting execution for request: r1' }])
  })
})

describe('what the gateway keeps', () => {
  it('is listed and flushed by name', async () => {
    const host = await runningHost()
    const caches = await host.call['gateway.caches']({})
    await host.call['gateway.flush']({ what: 'authorizer' })
    expect([caches, host.gateway.story.at(-1)]).toEqual([{ authorizer: [], response: [] }, 'flush authorizer'])
  })
})

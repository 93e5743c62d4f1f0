import { afterEach, describe, expect, test } from 'vitest'
import { emptyDesign } from '@shared/design/new-design'
import type { WebAcl, WebAclRule } from '@shared/design/web-acl'
import { webAclArn } from '@shared/design/web-acl-arn'
import { mockAnswering, sampleDesign, type SampleParts } from './testing/sample-design'
import { serveSample, type ServedSample } from './testing/served-sample'
import { testClock } from './testing/test-clock'

let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const arn = webAclArn(emptyDesign('sample'), 'front')
const loopback = (action: WebAclRule['action']): WebAclRule => ({
  name: 'loopback',
  action,
  statement: { type: 'IP_SET', addresses: ['127.0.0.0/8', '::1/128'] },
})
const flood: WebAclRule = {
  name: 'flood',
  action: 'BLOCK',
  statement: { type: 'RATE_BASED', limit: 10, evaluationWindowSec: 60 },
}

async function serveBehind(rules: readonly WebAclRule[], parts: Partial<SampleParts> = {}) {
  const acl: WebAcl = { name: 'front', defaultAction: 'ALLOW', rules }
  const clock = testClock()
  const context = '{"waf":"$context.wafResponseCode","acl":"$context.webaclArn"}'
  const design = sampleDesign({
    resources: { '/orders': { methods: { GET: mockAnswering(context) } } },
    ...parts,
    stage: { webAclArn: arn },
    design: { webAcls: [acl] },
  })
  sample = await serveSample({ design, clock })
  return { ...sample, clock }
}

describe('a stage behind a web ACL', () => {
  test('answers what a rule blocks with 403 Forbidden, whatever the route would say', async () => {
    const { send, traced } = await serveBehind([loopback('BLOCK')])
    for (const path of ['/orders', '/nowhere']) {
      const { status, headers, text } = await send(path)
      expect([status, headers['x-amzn-errortype'], text]).toEqual([
        403,
        'ForbiddenException',
        '{"message":"Forbidden"}',
      ])
    }
    for (const { trace } of traced) {
      const ends = trace.map(({ step, verdict, details }) => [step, verdict, details['rule']])
      expect(ends).toEqual([['waf', 'stopped', 'loopback']])
    }
  })

  test('lets the rest pass, and templates see that it was looked at', async () => {
    const { send, traced } = await serveBehind([loopback('COUNT')])
    expect(JSON.parse((await send('/orders')).text)).toEqual({ waf: 'WAF_ALLOW', acl: arn })
    expect(traced[0]!.trace[0]!.details).toEqual({
      webAcl: 'front',
      action: 'ALLOW',
      rule: null,
      counted: 'loopback',
    })
  })

  test('blocks a caller that sends too much until its rate is lower, requests without a route included', async () => {
    const { send, clock } = await serveBehind([flood])
    const statuses = new Set<string>()
    for (let at = 0; at < 10; at++) statuses.add((await send(at % 2 === 0 ? '/orders' : '/nowhere')).text)
    expect([...statuses].some((text) => text.includes('Forbidden'))).toBe(false)
    expect((await send('/orders')).text).toBe('{"message":"Forbidden"}')
    expect((await send('/nowhere')).text).toBe('{"message":"Forbidden"}')
    clock.pass(60_000)
    expect((await send('/orders')).status).toBe(200)
  })

  test('answers with the gateway response of the API where it has one', async () => {
    const { send } = await serveBehind([loopback('BLOCK')], {
      api: {
        gatewayResponses: {
          WAF_FILTERED: {
            statusCode: '418',
            responseTemplates: { 'application/json': '{"waf":"$context.wafResponseCode","acl":"$context.webaclArn"}' },
          },
        },
      },
    })
    const answers = [await send('/orders'), await send('/nowhere')]
    expect(answers.map(({ status, text }) => [status, JSON.parse(text)])).toEqual([
      [418, { waf: 'WAF_BLOCK', acl: arn }],
      [418, { waf: 'WAF_BLOCK', acl: arn }],
    ])
  })
})

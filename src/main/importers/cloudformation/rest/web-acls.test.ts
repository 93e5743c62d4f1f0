import { describe, expect, it } from 'vitest'
import { accountPartsFromTemplate } from './account-parts-from-template'
import { restApisFromTemplate } from './rest-apis-from-template'
import { ORDERS, sampleContext, words, type SampleResource } from './template-sample'

const ARN = 'arn:aws:wafv2:us-east-1:123456789012:regional'
const VISIBILITY = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'm' }

function read(resources: Readonly<Record<string, SampleResource>>) {
  const context = sampleContext({ ...ORDERS, ...resources })
  const [api] = restApisFromTemplate(context)
  const { webAcls } = accountPartsFromTemplate(context, api ? [api] : [])
  return { webAcls, webAclArn: api?.stages['prod']?.webAclArn, ...words(context) }
}

describe('a web ACL of a template', () => {
  it('has its sets of addresses and rates, by priority, in front of the stages it is associated with', () => {
    const { said, carried, ...read1 } = read({
      Front: {
        type: 'AWS::WAFv2::WebACL',
        Name: 'front',
        Scope: 'REGIONAL',
        DefaultAction: { Block: {} },
        VisibilityConfig: VISIBILITY,
        Rules: [
          {
            Name: 'flood',
            Priority: 2,
            Action: { Count: {} },
            VisibilityConfig: VISIBILITY,
            Statement: { RateBasedStatement: { Limit: 100, EvaluationWindowSec: 60, AggregateKeyType: 'IP' } },
          },
          {
            Name: 'office',
            Priority: 1,
            Action: { Allow: {} },
            Statement: { IPSetReferenceStatement: { Arn: `${ARN}/ipset/office/abc` } },
          },
        ],
      },
      Office: {
        type: 'AWS::WAFv2::IPSet',
        Name: 'office',
        Scope: 'REGIONAL',
        IPAddressVersion: 'IPV4',
        Addresses: ['192.0.2.0/24'],
      },
      InFront: {
        type: 'AWS::WAFv2::WebACLAssociation',
        WebACLArn: `${ARN}/webacl/front/abc`,
        ResourceArn: 'arn:aws:apigateway:us-east-1::/restapis/@Orders/stages/@Prod',
      },
    })
    expect(read1).toEqual({
      webAcls: [
        {
          name: 'front',
          defaultAction: 'BLOCK',
          rules: [
            { name: 'office', action: 'ALLOW', statement: { type: 'IP_SET', addresses: ['192.0.2.0/24'] } },
            { name: 'flood', action: 'COUNT', statement: { type: 'RATE_BASED', limit: 100, evaluationWindowSec: 60 } },
          ],
        },
      ],
      webAclArn: `${ARN}/webacl/front/abc`,
    })
    expect([said, carried.slice(3)]).toEqual([
      [],
      ['Web ACL in front of stage prod of orders', 'Web ACL front, 2 rules'],
    ])
  })

  it('blocks without words of its own', () => {
    const { webAcls, said } = read({
      Front: {
        type: 'AWS::WAFv2::WebACL',
        Scope: 'REGIONAL',
        DefaultAction: { Block: { CustomResponse: { ResponseCode: 418 } } },
        CustomResponseBodies: { teapot: {} },
        Rules: [
          {
            Name: 'flood',
            Priority: 0,
            Action: { Count: { CustomRequestHandling: {} } },
            Statement: { RateBasedStatement: { Limit: 10, AggregateKeyType: 'IP' } },
          },
        ],
      },
    })
    expect(webAcls).toEqual([
      {
        name: 'Front',
        defaultAction: 'BLOCK',
        rules: [{ name: 'flood', action: 'COUNT', statement: { type: 'RATE_BASED', limit: 10 } }],
      },
    ])
    const at = '/Resources/Front/Properties'
    const why = 'is left out: a design blocks with 403 or lets pass, without more.'
    expect(said).toEqual([
      `info import/not-carried ${at}/CustomResponseBodies: "CustomResponseBodies" of web ACL Front ${why}`,
      `info import/not-carried ${at}/DefaultAction: "CustomResponse" in "DefaultAction" of web ACL Front ${why}`,
      `info import/not-carried ${at}/Rules/0/Action: "CustomRequestHandling" in "Action" of the rule flood of web ACL Front ${why}`,
    ])
  })

  it('says which of its rules a design cannot hold', () => {
    const rule = (Name: string, Statement: unknown, others: object = { Action: { Block: {} } }): object => ({
      Name,
      Priority: 1,
      Statement,
      ...others,
    })
    const { webAcls, said } = read({
      Front: {
        type: 'AWS::WAFv2::WebACL',
        Scope: 'REGIONAL',
        DefaultAction: { Allow: {} },
        Rules: [
          rule('managed', { ManagedRuleGroupStatement: {} }, { OverrideAction: { None: {} } }),
          rule('unknown', { IPSetReferenceStatement: { Arn: `${ARN}/ipset/gone/abc` } }),
          rule('part', { RateBasedStatement: { Limit: 10, AggregateKeyType: 'IP', ScopeDownStatement: {} } }),
          rule('header', { RateBasedStatement: { Limit: 10, AggregateKeyType: 'CUSTOM_KEYS' } }),
          rule('captcha', { RateBasedStatement: { Limit: 10 } }, { Action: { Captcha: {} } }),
        ],
      },
      Edge: { type: 'AWS::WAFv2::WebACL', Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } },
      Elsewhere: {
        type: 'AWS::WAFv2::WebACLAssociation',
        WebACLArn: 'x',
        ResourceArn: 'arn:aws:elasticloadbalancing:x',
      },
    })
    expect(webAcls).toEqual([{ name: 'Front', defaultAction: 'ALLOW', rules: [] }])
    const why = (name: string, reason: string, index: number): string =>
      `warning import/not-carried /Resources/Front/Properties/Rules/${index}: The rule ${name} of web ACL Front is left out: ${reason}, and a design has sets of addresses and rates by address, to allow, block or count. It decides nothing here.`
    expect(said).toEqual([
      'warning import/not-carried /Resources/Elsewhere: Web ACL association Elsewhere is left out: it protects arn:aws:elasticloadbalancing:x, which is no stage of a REST API of this template.',
      why('managed', 'it has a ManagedRuleGroupStatement', 0),
      why('unknown', `its IP set ${ARN}/ipset/gone/abc is not in this template`, 1),
      why('part', 'it counts a part of the requests only', 2),
      why('header', 'it counts by CUSTOM_KEYS', 3),
      why('captcha', 'its action is Captcha', 4),
      'info import/not-carried /Resources/Edge: Web ACL Edge is left out: its scope is CLOUDFRONT, and only one of the scope REGIONAL can stand in front of a stage.',
    ])
  })
})

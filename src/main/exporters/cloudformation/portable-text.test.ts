import { describe, expect, it } from 'vitest'
import { emptyDesign } from '@shared/design/new-design'
import { arnParameter, portableUri, ROLE } from './portable-text'
import { TemplateParts } from './template-parts'

const START = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/'
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:create-order'
const PORTABLE = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/'

function read(uri: string) {
  const parts = new TemplateParts()
  const value = portableUri({ design: emptyDesign('shop'), parts }, uri)
  return { value, parameters: Object.entries(parts.parameters).map(([id, { Default }]) => [id, Default]) }
}

describe('portableUri', () => {
  it('asks for a function with its ARN of today', () => {
    expect(read(`${START}${FUNCTION}/invocations`)).toEqual({
      value: { 'Fn::Sub': `${PORTABLE}\${CreateOrderFunctionArn}/invocations` },
      parameters: [['CreateOrderFunctionArn', FUNCTION]],
    })
  })

  it('tells an alias from its function', () => {
    expect(read(`${FUNCTION}:live`)).toEqual({
      value: { Ref: 'CreateOrderLiveFunctionArn' },
      parameters: [['CreateOrderLiveFunctionArn', `${FUNCTION}:live`]],
    })
  })

  it('leaves to the API what a stage variable completes', () => {
    const uri = `${START}arn:aws:lambda:us-east-1:123456789012:function:\${stageVariables.name}/invocations`
    expect(read(uri)).toEqual({
      value: {
        'Fn::Sub': `${PORTABLE}arn:aws:lambda:us-east-1:123456789012:function:\${!stageVariables.name}/invocations`,
      },
      parameters: [],
    })
  })

  it('does not take half of a name that a stage variable completes', () => {
    expect(read(`${FUNCTION}-\${stageVariables.end}`)).toEqual({
      value: `${FUNCTION}-\${stageVariables.end}`,
      parameters: [],
    })
  })

  it('asks for what an imported document left open', () => {
    expect(
      read('arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${OrdersFunction.Arn}/invocations'),
    ).toEqual({
      value: { 'Fn::Sub': `${PORTABLE}\${OrdersFunctionArn}/invocations` },
      parameters: [['OrdersFunctionArn', undefined]],
    })
  })

  it('names the account of the stack in the path of a queue', () => {
    expect(read('arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders').value).toEqual({
      'Fn::Sub': 'arn:${AWS::Partition}:apigateway:${AWS::Region}:sqs:path/${AWS::AccountId}/orders',
    })
  })

  it.each([
    'https://${stageVariables.host}/orders',
    'https://example.com/{id}',
    'arn:aws:apigateway:eu-west-1:s3:path/b',
  ])('keeps %s', (uri) => {
    expect(read(uri)).toEqual({ value: uri, parameters: [] })
  })
})

describe('arnParameter', () => {
  const role = (arn: string) => {
    const parts = new TemplateParts()
    return [arnParameter({ design: emptyDesign('shop'), parts }, arn, ROLE), parts.parameters]
  }

  it('asks for a role, named after it', () => {
    const arn = 'arn:aws:iam::123456789012:role/queue/send-only'
    expect(role(arn)).toEqual([
      { Ref: 'SendOnlyRoleArn' },
      {
        SendOnlyRoleArn: {
          Type: 'String',
          Default: arn,
          Description: 'ARN of the role that API Gateway makes calls with.',
        },
      },
    ])
  })

  it('keeps the wildcard that passes the caller on', () => {
    expect(role('arn:aws:iam::*:user/*')).toEqual(['arn:aws:iam::*:user/*', {}])
  })
})

import { describe, expect, it } from 'vitest'
import { readDocument } from '../../documents/read-document'
import { Findings } from '../findings'
import type { ImportOptions } from '../import-options'
import { evaluateTemplate } from './evaluate-template'
import { physicalIdOf, rootResourceIdOf } from './physical-id'
import { resolveReferences } from './resolve-references'

function resolve(text: string, options: ImportOptions = {}) {
  const document = readDocument(text, 'template.yaml')
  expect(document.diagnostics).toEqual([])
  const findings = new Findings(document.positionOf)
  const template = resolveReferences(evaluateTemplate(document.value, findings, options), findings, options)
  const problems = findings.diagnostics.map(
    ({ code, severity, range }) => `${severity} ${code} ${range?.line}:${range?.column}`,
  )
  return { template, problems, messages: findings.diagnostics.map(({ message }) => message) }
}

/** What a reference to resource R becomes, and what is said. */
function referenceTo(resource: string, reference: string, options: ImportOptions = {}): readonly unknown[] {
  const text = `Resources:\n  R: ${resource}\n  User: {Type: AWS::ApiGateway::Account, Properties: {P: ${reference}}}\n`
  const { template, problems } = resolve(text, options)
  const { P } = template.resources.get('User')?.properties ?? {}
  return problems.length === 0 ? [P] : [P, ...problems]
}

const id = (type: string): string => physicalIdOf({ type: `AWS::${type}`, logicalId: 'R', properties: {} })
const ARN = 'us-east-1:123456789012'

describe('a reference', () => {
  it.each([
    ['{Type: AWS::ApiGateway::RestApi}', '!Ref R', id('ApiGateway::RestApi')],
    ['{Type: AWS::ApiGateway::RestApi}', '!GetAtt R.RestApiId', id('ApiGateway::RestApi')],
    [
      '{Type: AWS::ApiGateway::RestApi}',
      '!GetAtt R.RootResourceId',
      rootResourceIdOf({ type: 'AWS::ApiGateway::RestApi', logicalId: 'R', properties: {} }),
    ],
    ['{Type: AWS::ApiGateway::Resource}', '!Ref R', id('ApiGateway::Resource')],
    ['{Type: AWS::ApiGateway::Model, Properties: {Name: Order}}', '!Ref R', 'Order'],
    ['{Type: AWS::ApiGateway::Stage, Properties: {StageName: !Sub "v${AWS::AccountId}"}}', '!Ref R', 'v123456789012'],
    ['{Type: AWS::ApiGateway::UsagePlan}', '!GetAtt R.Id', id('ApiGateway::UsagePlan')],
    ['{Type: AWS::ApiGateway::DomainName, Properties: {DomainName: a.example.com}}', '!Ref R', 'a.example.com'],
    [
      '{Type: AWS::ApiGateway::DomainName, Properties: {DomainName: a.example.com}}',
      '!GetAtt R.RegionalDomainName',
      expect.stringMatching(/^d-[a-z0-9]{10}\.execute-api\.us-east-1\.amazonaws\.com$/),
    ],
    [
      '{Type: AWS::ApiGatewayV2::Integration}',
      '!Join ["/", [integrations, !Ref R]]',
      `integrations/${id('ApiGatewayV2::Integration')}`,
    ],
    [
      '{Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: WEBSOCKET}}',
      '!GetAtt R.ApiEndpoint',
      `wss://${id('ApiGatewayV2::Api')}.execute-api.us-east-1.amazonaws.com`,
    ],
    ['{Type: AWS::Lambda::Function}', '!Ref R', 'R'],
    [
      '{Type: AWS::Lambda::Function, Properties: {FunctionName: run}}',
      '!GetAtt R.Arn',
      `arn:aws:lambda:${ARN}:function:run`,
    ],
    ['{Type: AWS::Lambda::Version, Properties: {FunctionName: run}}', '!Ref R', `arn:aws:lambda:${ARN}:function:run:1`],
    [
      '{Type: AWS::Lambda::Alias, Properties: {Name: live, FunctionName: run}}',
      '!Ref R',
      `arn:aws:lambda:${ARN}:function:run:live`,
    ],
    ['{Type: AWS::IAM::Role, Properties: {Path: /api/}}', '!GetAtt R.Arn', 'arn:aws:iam::123456789012:role/api/R'],
    [
      '{Type: AWS::Cognito::UserPool}',
      '!Sub "https://cognito-idp.${AWS::Region}.amazonaws.com/${R}"',
      expect.stringMatching(/^https:\/\/cognito-idp\.us-east-1\.amazonaws\.com\/us-east-1_[a-z0-9]{9}$/),
    ],
    ['{Type: AWS::SQS::Queue}', '!Ref R', 'https://sqs.us-east-1.amazonaws.com/123456789012/R'],
    ['{Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}', '!GetAtt R.Arn', `arn:aws:sqs:${ARN}:R.fifo`],
    ['{Type: AWS::SNS::Topic}', '!Ref R', `arn:aws:sns:${ARN}:R`],
    [
      '{Type: AWS::DynamoDB::Table, Properties: {TableName: orders}}',
      '!GetAtt R.Arn',
      `arn:aws:dynamodb:${ARN}:table/orders`,
    ],
    ['{Type: AWS::S3::Bucket}', '!GetAtt R.Arn', 'arn:aws:s3:::r'],
    ['{Type: AWS::StepFunctions::StateMachine}', '!Ref R', `arn:aws:states:${ARN}:stateMachine:R`],
    ['{Type: AWS::Kinesis::Stream}', '!GetAtt R.Arn', `arn:aws:kinesis:${ARN}:stream/R`],
    [
      '{Type: AWS::Events::EventBus, Properties: {Name: shop}}',
      '!GetAtt R.Arn',
      `arn:aws:events:${ARN}:event-bus/shop`,
    ],
    [
      '{Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /api}}',
      '!GetAtt R.Arn',
      `arn:aws:logs:${ARN}:log-group:/api:*`,
    ],
    ['{Type: AWS::AppSync::GraphQLApi, Properties: {Name: g}}', '!GetAtt R.Arn', `arn:aws:appsync:${ARN}:graphqlapi/g`],
    ['{Type: AWS::SSM::Parameter, Properties: {Value: v}}', '!GetAtt R.Value', 'v'],
  ])('to %s by %s', (resource, reference, value) => {
    expect(referenceTo(resource, reference)).toEqual([value])
  })

  it('follows the Region, account and partition of the import', () => {
    const options = { region: 'cn-north-1', accountId: '111122223333' }
    expect(referenceTo('{Type: AWS::SQS::Queue}', '[!Ref R, !GetAtt R.Arn]', options)).toEqual([
      ['https://sqs.cn-north-1.amazonaws.com.cn/111122223333/R', 'arn:aws-cn:sqs:cn-north-1:111122223333:R'],
    ])
  })

  it('gets the name that another reference makes, and the logical id where names lead in a circle', () => {
    const named = '{Type: AWS::Lambda::Function, Properties: {FunctionName: !Sub "${User}-run"}}'
    const { template } = resolve(
      `Resources:\n  R: ${named}\n  User: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub "\${R}-jobs"}}\n  P: {Type: AWS::ApiGateway::Account, Properties: {P: !GetAtt R.Arn}}\n`,
    )
    expect(template.resources.get('P')?.properties).toEqual({
      P: `arn:aws:lambda:${ARN}:function:https://sqs.us-east-1.amazonaws.com/123456789012/User-run`,
    })
  })

  it.each([
    ['{Type: Custom::Thing}', '!GetAtt R.Url', '${R.Url}', 'warning import/intrinsic-approximated 3:55'],
    [
      '{Type: AWS::CloudFormation::Stack}',
      '!GetAtt R.Outputs.Url',
      '${R.Outputs.Url}',
      'warning import/intrinsic-approximated 3:55',
    ],
    ['{Type: X}', '!ImportValue Shared', '${Shared}', 'warning import/intrinsic-approximated 3:55'],
    ['{Type: X}', '"{{resolve:ssm:/key}}"', '{{resolve:ssm:/key}}', 'warning import/intrinsic-approximated 3:55'],
    ['{Type: X}', '!Ref Gone', '${Gone}', 'error import/reference-unresolved 3:55'],
    ['{Type: X}', '!Sub "${Gone.Arn}/x"', '${Gone.Arn}/x', 'error import/reference-unresolved 3:55'],
    ['{Type: X}', '!Sub "${stageVariables.v}"', '${stageVariables.v}', 'error import/value-assumed 3:55'],
    ['{Type: X}', '{"Fn::Unknown": x}', '${Fn::Unknown}', 'error import/intrinsic-approximated 3:55'],
  ])('to %s by %s stays a text and is reported', (resource, reference, value, problem) => {
    expect(referenceTo(resource, reference)).toEqual([value, problem])
  })

  it('to a resource that is not made says which condition is false', () => {
    const text =
      'Conditions: {On: !Equals [a, b]}\nResources:\n  A: {Type: X, Condition: On}\n  B: {Type: Y, Properties: {P: !Ref A}}\n'
    expect(resolve(text).messages).toEqual([
      'The resource A is not made, because the condition On is false, and what it would give is read as "${A}". AWS refuses such a template; correct the name, or ask for the condition here too.',
    ])
  })
})

describe('dependencies', () => {
  it('in a circle are named, however they are written', () => {
    const text = `Resources:
  A: {Type: X, DependsOn: B}
  B: {Type: X, Properties: {P: !Sub '\${C.Arn}'}}
  C: {Type: X, Properties: {P: !Ref A}}
  D: {Type: X, Properties: {P: !GetAtt A.Arn}}
  E: {Type: X, Properties: {P: !Ref E}}
`
    expect(resolve(text).messages).toEqual([
      'Resources depend on each other, and AWS refuses such a template: A -> B -> C -> A. Remove one of the references or DependsOn.',
      'The resource E depends on itself, and AWS refuses such a template. Remove the reference or DependsOn.',
    ])
  })

  it('on what is not there are named, but not those on what a condition leaves out', () => {
    const text =
      'Conditions: {On: !Equals [a, b]}\nResources:\n  A: {Type: X, Condition: On}\n  B: {Type: Y, DependsOn: [A, Gone]}\n'
    expect(resolve(text).problems).toEqual(['error import/reference-unresolved 4:16'])
  })

  it('of thousands in a row take no long time', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `  R${index}: {Type: X, DependsOn: R${(index + 1) % 5000}}`)
    expect(resolve(`Resources:\n${rows.join('\n')}\n`).problems).toEqual(['error import/reference-cyclic 2:3'])
  })
})

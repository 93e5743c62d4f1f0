import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { firstClassRequest, SERVICE_OPERATIONS } from './first-class-service'

function request(subtype: string, parameters: Readonly<Record<string, string>>) {
  const made = firstClassRequest(subtype, new Map(Object.entries(parameters)), 'us-east-1', (text) => Buffer.from(text))
  return typeof made === 'string' ? made : { ...made, body: Buffer.from(made.body).toString('utf8') }
}

describe('firstClassRequest', () => {
  it('names what is missing, and an integration subtype that there is not', () => {
    expect(request('SQS-SendMessage', {})).toBe(
      'SQS-SendMessage needs QueueUrl, MessageBody in requestParameters, and a value for each',
    )
    expect(request('SNS-Publish', {})).toContain(
      'HTTP APIs have no integration subtype "SNS-Publish", only EventBridge',
    )
  })

  it('writes events with lists of resources', () => {
    const parameters = { Source: 's', DetailType: 't', Detail: '{}', Resources: 'a, b', Region: 'eu-west-1', Odd: 'x' }
    expect(request('EventBridge-PutEvents', parameters)).toEqual({
      region: 'eu-west-1',
      service: 'events',
      subdomain: null,
      host: 'events.eu-west-1.amazonaws.com',
      method: 'POST',
      path: '/',
      query: [],
      headers: [
        ['Content-Type', 'application/x-amz-json-1.1'],
        ['X-Amz-Target', 'AWSEvents.PutEvents'],
      ],
      body: '{"Entries":[{"Detail":"{}","DetailType":"t","Source":"s","Resources":["a","b"]}]}',
    })
  })

  it('writes forms for SQS', () => {
    const attributes = '{"color":{"DataType":"String","StringValue":"a b"},"n":{"DataType":"Number","StringValue":1}}'
    expect(
      request('SQS-SendMessage', { QueueUrl: 'q', MessageBody: 'b', MessageAttributes: attributes }),
    ).toMatchObject({
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body:
        'Action=SendMessage&QueueUrl=q&MessageBody=b' +
        '&MessageAttribute.1.Name=color&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=a%20b' +
        '&MessageAttribute.2.Name=n&MessageAttribute.2.Value.DataType=Number&MessageAttribute.2.Value.StringValue=1',
    })
    expect(
      request('SQS-ReceiveMessage', { QueueUrl: 'q', AttributeNames: '["All"]', MaxNumberOfMessages: '5' }),
    ).toMatchObject({
      body: 'Action=ReceiveMessage&QueueUrl=q&AttributeName.1=All&MaxNumberOfMessages=5',
    })
    expect(request('SQS-SendMessage', { QueueUrl: 'q', MessageBody: 'b', MessageAttributes: 'no json' })).toMatchObject(
      {
        body: 'Action=SendMessage&QueueUrl=q&MessageBody=b',
      },
    )
  })

  it('writes members of Step Functions with a small letter, and paths of AppConfig', () => {
    expect(request('StepFunctions-StopExecution', { ExecutionArn: 'e', Cause: 'c' })).toMatchObject({
      headers: [
        ['Content-Type', 'application/x-amz-json-1.0'],
        ['X-Amz-Target', 'AWSStepFunctions.StopExecution'],
      ],
      body: '{"executionArn":"e","cause":"c"}',
    })
    const ids = {
      Application: 'a/b',
      Environment: 'e',
      Configuration: 'c',
      ClientId: 'me',
      ClientConfigurationVersion: '1',
    }
    expect(request('AppConfig-GetConfiguration', ids)).toMatchObject({
      method: 'GET',
      path: '/applications/a%2Fb/environments/e/configurations/c',
      query: [
        ['client_id', 'me'],
        ['client_configuration_version', '1'],
      ],
      body: '',
    })
  })

  it('knows ten operations', () => {
    expect(SERVICE_OPERATIONS.size).toBe(10)
  })
})

import { describe, expect, test } from 'vitest'
import type { HttpIntegration } from '@shared/design/http-api'
import { recordingBackend } from './testing/recording-backend'
import { servedHttp } from './testing/served-http'

const serve = servedHttp('export const machine = async (input) => ({ got: input })')

const service = (
  integrationSubtype: string,
  requestParameters: Readonly<Record<string, string>>,
  more: Partial<HttpIntegration> = {},
): { integration: HttpIntegration } => ({
  integration: {
    integrationType: 'AWS_PROXY',
    payloadFormatVersion: '1.0',
    integrationSubtype,
    requestParameters,
    ...more,
  },
})
const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/orders'
const machine = 'arn:aws:states:us-east-1:123456789012:stateMachine:machine'

describe('a service integration', () => {
  test('sends, receives, deletes and purges messages of SQS, whose answers are XML', async () => {
    const { send, gateway } = await serve({
      routes: {
        'POST /send': service('SQS-SendMessage', {
          QueueUrl,
          MessageBody: '$request.body',
          MessageAttributes: '{"color":{"DataType":"String","StringValue":"${request.querystring.color}"}}',
        }),
        'GET /receive': service('SQS-ReceiveMessage', {
          QueueUrl,
          MessageAttributeNames: '["All"]',
          AttributeNames: 'All',
        }),
        'POST /delete': service('SQS-DeleteMessage', { QueueUrl, ReceiptHandle: '$request.body.handle' }),
        'POST /purge': service('SQS-PurgeQueue', { QueueUrl }),
      },
    })
    const sent = await send('/send?color=red', { method: 'POST', body: '{"a":1}' })
    expect([sent.status, sent.headers['content-type']]).toEqual([200, 'text/xml'])
    expect(sent.text).toMatch(/^<\?xml version="1.0"\?><SendMessageResponse .*<MessageId>[0-9a-f-]{36}<\/MessageId>/)
    const received = await send('/receive')
    expect(received.text).toContain('<Body>{&quot;a&quot;:1}</Body>')
    expect(received.text).toContain('<StringValue>red</StringValue>')
    const handle = /<ReceiptHandle>(.*?)<\/ReceiptHandle>/.exec(received.text)![1]!
    const deleted = await send('/delete', { method: 'POST', body: JSON.stringify({ handle }) })
    const purged = await send('/purge', { method: 'POST' })
    expect([
      deleted.status,
      purged.status,
      gateway.records(false).map(({ action, summary }) => [action, summary]),
    ]).toEqual([
      200,
      200,
      [
        ['PurgeQueue', '0 messages deleted'],
        ['DeleteMessage', 'deleted'],
        ['ReceiveMessage', expect.stringMatching(/^message /)],
        ['SendMessage', expect.stringMatching(/^message /)],
      ],
    ])
  })

  test('puts events and records', async () => {
    const { send, gateway } = await serve({
      routes: {
        'POST /event': service('EventBridge-PutEvents', {
          Source: 'shop',
          DetailType: '$request.body.type',
          Detail: '$request.body.detail',
          Resources: '["arn:aws:x"]',
          EventBusName: 'orders',
        }),
        'POST /record': service('Kinesis-PutRecord', {
          StreamName: 'clicks',
          Data: '$request.body.data',
          PartitionKey: '$request.body.key',
        }),
        'GET /flags': service('AppConfig-GetConfiguration', {
          Application: 'shop',
          Environment: 'prod',
          Configuration: 'flags 1',
          ClientId: '$context.requestId',
        }),
      },
    })
    const body = JSON.stringify({ type: 'made', detail: { id: 7 }, data: 'aGk=', key: 'k' })
    const event = await send('/event', { method: 'POST', body })
    const record = await send('/record', { method: 'POST', body })
    const flags = await send('/flags')
    expect(JSON.parse(event.text)).toMatchObject({ FailedEntryCount: 0 })
    expect(JSON.parse(record.text)).toMatchObject({ ShardId: 'shardId-000000000000' })
    expect([flags.status, flags.text, flags.headers['configuration-version']]).toEqual([200, '{}', '1'])
    expect(gateway.records(false).map(({ service: name, resource, body: text }) => [name, resource, text])).toEqual([
      ['appconfig', 'shop/prod/flags 1', expect.stringMatching(/^client_id=/)],
      ['kinesis', 'clicks', 'hi'],
      ['events', 'orders', '{"id":7}'],
    ])
  })

  test('starts and stops executions, which a function may play', async () => {
    const { send } = await serve({
      routes: {
        'POST /start': service('StepFunctions-StartExecution', {
          StateMachineArn: machine,
          Name: 'run1',
          Input: '$request.body',
        }),
        'POST /sync': service('StepFunctions-StartSyncExecution', { StateMachineArn: machine, Input: '$request.body' }),
        'POST /stop': service('StepFunctions-StopExecution', { ExecutionArn: '$request.body.arn', Cause: 'enough' }),
      },
      design: { functions: { machine: { handler: './f.mjs#machine' } } },
    })
    const started = JSON.parse((await send('/start', { method: 'POST', body: '{"a":1}' })).text) as {
      executionArn: string
    }
    const sync = JSON.parse((await send('/sync', { method: 'POST', body: '{"a":2}' })).text) as { output: string }
    const stop = (arn: string) => send('/stop', { method: 'POST', body: JSON.stringify({ arn }) })
    const stopped = await stop(started.executionArn)
    const unknown = await stop(`${started.executionArn}2`)
    expect([started.executionArn, sync.output]).toEqual([
      'arn:aws:states:us-east-1:123456789012:execution:machine:run1',
      '{"got":{"a":2}}',
    ])
    expect([stopped.status, JSON.parse(stopped.text), unknown.status, JSON.parse(unknown.text)]).toEqual([
      200,
      { stopDate: expect.any(Number) },
      400,
      expect.objectContaining({ __type: 'ExecutionDoesNotExist' }),
    ])
  })

  test('passes refusals through, plays faults, and says what is missing', async () => {
    const { send, lines } = await serve({
      routes: {
        'POST /missing': service('SQS-SendMessage', { QueueUrl, MessageBody: '$request.body.none' }),
        'POST /denied': service('SQS-PurgeQueue', { QueueUrl }, { fault: 'no-permission' }),
        'POST /late': service('SQS-PurgeQueue', { QueueUrl }, { fault: 'timeout', timeoutInMillis: 50 }),
        'POST /odd': service('DynamoDB-Scan', {}),
      },
    })
    const answers = []
    for (const path of ['/missing', '/denied', '/late', '/odd']) {
      answers.push((await send(path, { method: 'POST', body: '{}' })).status)
    }
    expect(answers).toEqual([500, 403, 503, 500])
    expect(lines[0]).toBe(
      'POST /missing of "Sample", stage $default: SQS-SendMessage needs MessageBody in requestParameters, and a value for each',
    )
  })

  test('goes to an endpoint of the person, signed by a local user', async () => {
    const endpoint = await recordingBackend((_request, response) => response.end('<ok/>'))
    const user = { name: 'ada', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 's', policies: [] }
    const { send } = await serve({
      routes: {
        'POST /send': service('SQS-SendMessage', { QueueUrl, MessageBody: 'x y' }, { backend: endpoint.origin }),
      },
      design: { identity: { userPools: [], iamUsers: [user] } },
    })
    const { text } = await send('/send', { method: 'POST' })
    await endpoint.close()
    const [{ body, headers }] = endpoint.requests as [(typeof endpoint.requests)[number]]
    expect([text, body]).toEqual([
      '<ok/>',
      `Action=SendMessage&QueueUrl=${encodeURIComponent(QueueUrl)}&MessageBody=x%20y`,
    ])
    expect(headers['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/sqs\/aws4_request/,
    )
  })
})

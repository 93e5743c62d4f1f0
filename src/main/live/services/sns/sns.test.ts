import { afterEach, describe, expect, test } from 'vitest'
import { idNumber, literalHeaders, NOW, serveServices, serviceMethod } from '../testing/service-sample'

type Sample = Awaited<ReturnType<typeof serveServices>>
let sample: Sample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const FORM = literalHeaders({ 'Content-Type': 'application/x-www-form-urlencoded' })
const TOPIC = encodeURIComponent('arn:aws:sns:us-east-1:123456789012:order-events')

async function serve(): Promise<Sample> {
  sample = await serveServices({
    '/action': serviceMethod('sns:action/Publish', FORM),
    '/path': serviceMethod('sns:path//', FORM),
    '/xml': serviceMethod(
      'sns:path//',
      literalHeaders({ 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/xml' }),
    ),
    '/plain': serviceMethod('sns:action/Publish'),
    '/query': serviceMethod('sns:action/Publish', {
      requestParameters: {
        'integration.request.querystring.TopicArn': "'arn:aws:sns:us-east-1:123456789012:order-events'",
        'integration.request.querystring.Message': 'method.request.body.text',
      },
    }),
  })
  return sample
}

async function post(path: string, body: string): Promise<unknown> {
  return JSON.parse((await sample!.send(path, { method: 'POST', body })).text) as unknown
}

const published = (at: number, SequenceNumber: string | null = null) => ({
  PublishResponse: {
    PublishResult: { MessageId: idNumber(at + 1), SequenceNumber },
    ResponseMetadata: { RequestId: idNumber(at) },
  },
})

describe('Publish', () => {
  test('gives a message id, however the action is named', async () => {
    const { gateway } = await serve()
    expect(await post('/action', `TopicArn=${TOPIC}&Message=hello&Subject=Order+placed`)).toEqual(published(1))
    expect(await post('/path', `Action=Publish&TopicArn=${TOPIC}&Message=hello`)).toEqual(published(3))
    expect(await post('/query', '{"text": "from the body"}')).toEqual(published(5))
    expect(gateway.records(false)).toMatchObject([
      { service: 'sns', resource: 'order-events', action: 'Publish', body: 'from the body' },
      { body: 'hello' },
      { at: NOW, summary: `message ${idNumber(2)}, "Order placed"`, body: 'hello' },
    ])
  })

  test('answers XML to who asks for XML', async () => {
    await serve()
    const { text } = await sample!.send('/xml', { method: 'POST', body: `Action=Publish&TopicArn=${TOPIC}&Message=x` })
    expect(text).toBe(
      '<?xml version="1.0"?><PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>' +
        `<MessageId>${idNumber(2)}</MessageId></PublishResult><ResponseMetadata><RequestId>${idNumber(1)}</RequestId>` +
        '</ResponseMetadata></PublishResponse>',
    )
  })

  test('numbers what goes to a FIFO topic', async () => {
    await serve()
    expect(await post('/action', `TopicArn=${TOPIC}.fifo&Message=x&MessageGroupId=g`)).toEqual(
      published(1, '10000000000000000000'),
    )
  })

  test.each([
    ['Message=x', 'Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter'],
    ['TopicArn=orders&Message=x', 'Invalid parameter: TopicArn Reason: orders is not the ARN of a topic'],
    [`TopicArn=${TOPIC}&Message=`, 'Invalid parameter: Empty message'],
    [`TopicArn=${TOPIC}&Message=x&Subject=%0A`, 'Invalid parameter: Subject'],
    [`TopicArn=${TOPIC}.fifo&Message=x`, 'Invalid parameter: The MessageGroupId parameter is required for FIFO topics'],
    [
      `TopicArn=${TOPIC}&MessageStructure=json&Message=%7B%22sqs%22%3A%22x%22%7D`,
      'Invalid parameter: Message Structure - No default entry in JSON message body',
    ],
  ])('refuses %s', async (body, Message) => {
    await serve()
    expect(await post('/action', body)).toEqual({
      Error: { Code: 'InvalidParameter', Message, Type: 'Sender' },
      RequestId: idNumber(1),
    })
  })

  test('says what to map when the body was not read as a form', async () => {
    const { lines } = await serve()
    await sample!.send('/plain', {
      method: 'POST',
      body: `TopicArn=${TOPIC}`,
      headers: { 'Content-Type': 'text/plain' },
    })
    expect(lines).toEqual([
      'ANY /plain of "Sample", stage prod: sns: InvalidParameter: Invalid parameter: TopicArn or TargetArn Reason: no value for ' +
        'required parameter: the body was not read as a form because its Content-Type is text/plain; map ' +
        'integration.request.header.Content-Type to "\'application/x-www-form-urlencoded\'"',
    ])
  })

  test('is all that there is', async () => {
    const { lines } = await serve()
    expect(await post('/path', 'Action=Subscribe')).toMatchObject({ Error: { Code: 'InvalidAction' } })
    expect(lines[0]).toContain('Subscribe is not supported by the local SNS, which runs Publish')
  })
})

import { afterEach, describe, expect, test } from 'vitest'
import { idNumber, literalHeaders, NOW, serveServices, serviceMethod } from '../testing/service-sample'

type Sample = Awaited<ReturnType<typeof serveServices>>
let sample: Sample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const json = (action: string) =>
  literalHeaders({ 'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': `AmazonSQS.${action}` })
const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/orders'

async function serve(queue = 'orders'): Promise<Sample> {
  const path = `sqs:path/123456789012/${queue}`
  sample = await serveServices({
    '/form': serviceMethod(path, literalHeaders(FORM)),
    '/xml': serviceMethod(path, literalHeaders({ ...FORM, Accept: 'application/xml' })),
    '/plain': serviceMethod(path),
    '/action': serviceMethod('sqs:action/SendMessage', literalHeaders(FORM)),
    '/json/send': serviceMethod(path, json('SendMessage')),
    '/json/receive': serviceMethod(path, json('ReceiveMessage')),
    '/json/delete': serviceMethod(path, json('DeleteMessage')),
    '/json/attributes': serviceMethod(path, json('GetQueueAttributes')),
    '/json/tag': serviceMethod(path, json('TagQueue')),
  })
  return sample
}

async function post(path: string, body: string | object): Promise<{ status: number; text: string }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const { status, text: answer } = await sample!.send(path, { method: 'POST', body: text })
  return { status, text: answer }
}

async function value(path: string, body: string | object): Promise<unknown> {
  return JSON.parse((await post(path, body)).text) as unknown
}

describe('SendMessage', () => {
  test('answers JSON in the form of the query protocol, because the gateway asks for JSON', async () => {
    const { lines, gateway } = await serve()
    const answer = await value('/form', 'Action=SendMessage&MessageBody=a+%26+b')
    expect(answer).toEqual({
      SendMessageResponse: {
        SendMessageResult: {
          MD5OfMessageAttributes: null,
          MD5OfMessageBody: '9fed43e0f68e6c705d96bd051704f1f2',
          MD5OfMessageSystemAttributes: null,
          MessageId: idNumber(2),
          SequenceNumber: null,
        },
        ResponseMetadata: { RequestId: idNumber(1) },
      },
    })
    expect(gateway.records(false)).toMatchObject([
      {
        service: 'sqs',
        resource: 'orders',
        action: 'SendMessage',
        at: NOW,
        summary: `message ${idNumber(2)}`,
        body: 'a & b',
      },
    ])
    expect(lines).toEqual([])
  })

  test('answers XML to who asks for XML', async () => {
    await serve()
    expect(await post('/xml', 'Action=SendMessage&MessageBody=%3Ca%3E')).toEqual({
      status: 200,
      text:
        '<?xml version="1.0"?><SendMessageResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><SendMessageResult>' +
        `<MessageId>${idNumber(2)}</MessageId><MD5OfMessageBody>e2fc207215939b25e8dd4c6f9db3cc38</MD5OfMessageBody></SendMessageResult>` +
        `<ResponseMetadata><RequestId>${idNumber(1)}</RequestId></ResponseMetadata></SendMessageResponse>`,
    })
  })

  test('answers the JSON protocol without what is absent', async () => {
    await serve()
    expect(await value('/json/send', { QueueUrl, MessageBody: 'a & b' })).toEqual({
      MD5OfMessageBody: '9fed43e0f68e6c705d96bd051704f1f2',
      MessageId: idNumber(2),
    })
  })

  test('takes the queue from QueueUrl when the URI names an action', async () => {
    const { gateway } = await serve()
    const body = `MessageBody=hello&QueueUrl=${encodeURIComponent(QueueUrl.replace('orders', 'other'))}`
    expect(await value('/action', body)).toMatchObject({ SendMessageResponse: {} })
    expect(gateway.records(false)).toMatchObject([{ resource: 'other', action: 'SendMessage', body: 'hello' }])
  })

  test('digests attributes as the service does', async () => {
    await serve()
    const MessageAttributes = {
      city: { DataType: 'String', StringValue: 'Zürich' },
      amount: { DataType: 'Number', StringValue: '61.5' },
      seal: { DataType: 'Binary', BinaryValue: 'AAEC' },
    }
    const sent = await value('/json/send', { QueueUrl, MessageBody: 'x', MessageAttributes })
    const form =
      'Action=SendMessage&MessageBody=x' +
      '&MessageAttribute.1.Name=city&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=Z%C3%BCrich' +
      '&MessageAttribute.2.Name=amount&MessageAttribute.2.Value.DataType=Number&MessageAttribute.2.Value.StringValue=61.5' +
      '&MessageAttribute.3.Name=seal&MessageAttribute.3.Value.DataType=Binary&MessageAttribute.3.Value.BinaryValue=AAEC'
    expect(sent).toMatchObject({ MD5OfMessageAttributes: 'acfb090c0ee5b0d89c2176fe731fe940' })
    expect(await value('/form', form)).toMatchObject({
      SendMessageResponse: { SendMessageResult: { MD5OfMessageAttributes: 'acfb090c0ee5b0d89c2176fe731fe940' } },
    })
  })

  test.each([
    ['Action=SendMessage', 'MissingParameter', 'The request must contain the parameter MessageBody.'],
    [
      'Action=SendMessage&MessageBody=x&DelaySeconds=901',
      'InvalidParameterValue',
      'Value 901 for parameter DelaySeconds is invalid. Reason: Must be between 0 and 900, if provided.',
    ],
    [
      'Action=SendMessage&MessageBody=x&MessageAttribute.1.Name=a&MessageAttribute.1.Value.DataType=Text',
      'InvalidParameterValue',
      "The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.",
    ],
    ['Action=TagQueue', 'InvalidAction', 'The action TagQueue is not valid for this endpoint.'],
  ])('refuses %s', async (body, Code, Message) => {
    await serve()
    const { status, text } = await post('/form', body)
    expect({ status, answer: JSON.parse(text) as unknown }).toEqual({
      status: 400,
      answer: { Error: { Code, Message, Type: 'Sender' }, RequestId: idNumber(1) },
    })
  })

  test('says what to map when the body was not read as a form', async () => {
    const { lines } = await serve()
    const { status, text } = await sample!.send('/plain', {
      method: 'POST',
      body: 'Action=SendMessage&MessageBody=x',
      headers: { 'Content-Type': 'application/json' },
    })
    expect({ status, text }).toEqual({
      status: 400,
      text: '<AccessDeniedException><Message>Unable to determine service/operation name to be authorized</Message></AccessDeniedException>',
    })
    expect(lines).toEqual([
      'ANY /plain of "Sample", stage prod: sqs: the body was not read as a form because its Content-Type is application/json; map ' +
        'integration.request.header.Content-Type to "\'application/x-www-form-urlencoded\'"',
    ])
  })

  test('refuses in the JSON protocol with the code of the query protocol in a header', async () => {
    const { lines } = await serve()
    expect(await value('/json/send', { MessageBody: 'x' })).toEqual({
      __type: 'com.amazonaws.sqs#MissingRequiredParameterException',
      message: 'The request must contain the parameter QueueUrl.',
    })
    expect(await value('/json/send', { QueueUrl: 'orders', MessageBody: 'x' })).toMatchObject({
      __type: 'com.amazonaws.sqs#InvalidAddress',
    })
    expect(await value('/json/send', 'no json')).toMatchObject({
      __type: 'com.amazon.coral.service#SerializationException',
    })
    expect(await value('/json/tag', { QueueUrl })).toMatchObject({ __type: 'com.amazonaws.sqs#UnsupportedOperation' })
    expect(lines.at(-1)).toContain('TagQueue is not supported by the local SQS, which runs SendMessage, ReceiveMessage')
  })
})

describe('a queue', () => {
  test('gives messages in order, hides them while they are worked on, and forgets those that are deleted', async () => {
    const { clock } = await serve()
    await post('/json/send', { QueueUrl, MessageBody: 'one' })
    await post('/json/send', { QueueUrl, MessageBody: 'two', DelaySeconds: 60 })
    const counts = () =>
      value('/json/attributes', {
        QueueUrl,
        AttributeNames: [
          'ApproximateNumberOfMessages',
          'ApproximateNumberOfMessagesNotVisible',
          'ApproximateNumberOfMessagesDelayed',
        ],
      })
    const three = (visible: string, inFlight: string, delayed: string) => ({
      Attributes: {
        ApproximateNumberOfMessages: visible,
        ApproximateNumberOfMessagesNotVisible: inFlight,
        ApproximateNumberOfMessagesDelayed: delayed,
      },
    })
    expect(await counts()).toEqual(three('1', '0', '1'))
    const received = await value('/json/receive', { QueueUrl, MaxNumberOfMessages: 10, AttributeNames: ['All'] })
    const handle = Buffer.alloc(48, 7).toString('base64')
    expect(received).toEqual({
      Messages: [
        {
          MessageId: idNumber(2),
          ReceiptHandle: handle,
          MD5OfBody: 'f97c5d29941bfb1b2fdab0874906ab82',
          Body: 'one',
          Attributes: {
            SenderId: '123456789012',
            ApproximateFirstReceiveTimestamp: String(NOW),
            ApproximateReceiveCount: '1',
            SentTimestamp: String(NOW),
          },
        },
      ],
    })
    expect(await value('/json/receive', { QueueUrl })).toEqual({ Messages: [] })
    expect(await counts()).toEqual(three('0', '1', '1'))
    clock.pass(60_000)
    expect(await value('/json/receive', { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 })).toMatchObject({
      Messages: [{ Body: 'one' }, { Body: 'two' }],
    })
    expect(await post('/json/delete', { QueueUrl, ReceiptHandle: handle })).toEqual({ status: 200, text: '' })
    expect(await counts()).toEqual(three('2', '0', '0'))
  })

  test('gives messages by the query protocol too, and null where there are none', async () => {
    await serve()
    expect(await value('/form', 'Action=ReceiveMessage')).toEqual({
      ReceiveMessageResponse: {
        ReceiveMessageResult: { messages: null },
        ResponseMetadata: { RequestId: idNumber(1) },
      },
    })
    await post(
      '/form',
      'Action=SendMessage&MessageBody=one&MessageAttribute.1.Name=n&MessageAttribute.1.Value.DataType=Number&MessageAttribute.1.Value.StringValue=7',
    )
    const ask =
      'Action=ReceiveMessage&VisibilityTimeout=0&AttributeName.1=ApproximateReceiveCount&MessageAttributeName.1=All'
    expect(await value('/form', ask)).toEqual({
      ReceiveMessageResponse: {
        ReceiveMessageResult: {
          messages: [
            {
              Attributes: [{ Name: 'ApproximateReceiveCount', Value: '1' }],
              Body: 'one',
              MD5OfBody: 'f97c5d29941bfb1b2fdab0874906ab82',
              MD5OfMessageAttributes: '3a734e6fc44468814b287b503a526bff',
              MessageAttributes: [{ Name: 'n', Value: { BinaryValue: null, DataType: 'Number', StringValue: '7' } }],
              MessageId: idNumber(3),
              ReceiptHandle: Buffer.alloc(48, 5).toString('base64'),
            },
          ],
        },
        ResponseMetadata: { RequestId: idNumber(4) },
      },
    })
    const { text } = await post('/xml', ask)
    expect(text).toContain(
      '<Body>one</Body><Attribute><Name>ApproximateReceiveCount</Name><Value>2</Value></Attribute>' +
        '<MessageAttribute><Name>n</Name><Value><StringValue>7</StringValue><DataType>Number</DataType></Value></MessageAttribute></Message>',
    )
    const handle = encodeURIComponent(Buffer.alloc(48, 7).toString('base64'))
    expect(await value('/form', `Action=DeleteMessage&ReceiptHandle=${handle}`)).toMatchObject({
      DeleteMessageResponse: { ResponseMetadata: {} },
    })
    expect(await value('/form', ask)).toMatchObject({
      ReceiveMessageResponse: { ReceiveMessageResult: { messages: null } },
    })
  })

  test('tells its attributes, and refuses to tell others', async () => {
    await serve()
    expect(await value('/form', 'Action=GetQueueAttributes&AttributeName.1=QueueArn')).toEqual({
      GetQueueAttributesResponse: {
        GetQueueAttributesResult: {
          Attributes: [{ Name: 'QueueArn', Value: 'arn:aws:sqs:us-east-1:123456789012:orders' }],
        },
        ResponseMetadata: { RequestId: idNumber(1) },
      },
    })
    expect(await value('/form', 'Action=GetQueueAttributes&AttributeName.1=Colour')).toMatchObject({
      Error: { Code: 'InvalidAttributeName', Message: 'Unknown Attribute Colour.' },
    })
  })
})

describe('a FIFO queue', () => {
  test('needs a group, puts nothing in twice, and keeps a group in order', async () => {
    await serve('orders.fifo')
    const send = (more: string) => value('/form', `Action=SendMessage&MessageBody=one${more}`)
    expect(await send('')).toMatchObject({
      Error: { Code: 'MissingParameter', Message: 'The request must contain the parameter MessageGroupId.' },
    })
    const sent = { SendMessageResponse: { SendMessageResult: { SequenceNumber: '18800000000000000001' } } }
    expect(await send('&MessageGroupId=g')).toMatchObject(sent)
    expect(await send('&MessageGroupId=g')).toMatchObject(sent)
    expect(await send('&MessageGroupId=g&MessageDeduplicationId=other')).toMatchObject({
      SendMessageResponse: { SendMessageResult: { SequenceNumber: '18800000000000000002' } },
    })
    const receive = async (): Promise<number> => {
      const { ReceiveMessageResponse: answer } = (await value(
        '/form',
        'Action=ReceiveMessage&MaxNumberOfMessages=1',
      )) as {
        ReceiveMessageResponse: { ReceiveMessageResult: { messages: unknown[] | null } }
      }
      return answer.ReceiveMessageResult.messages?.length ?? 0
    }
    expect([await receive(), await receive()]).toEqual([1, 0])
  })
})

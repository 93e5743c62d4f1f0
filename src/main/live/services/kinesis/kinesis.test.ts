import { afterEach, describe, expect, test } from 'vitest'
import { NOW, serveServices, serviceMethod } from '../testing/service-sample'

type Sample = Awaited<ReturnType<typeof serveServices>>
let sample: Sample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

async function serve(): Promise<Sample> {
  sample = await serveServices({
    '/one': serviceMethod('kinesis:action/PutRecord'),
    '/many': serviceMethod('kinesis:action/PutRecords'),
    '/list': serviceMethod('kinesis:action/ListStreams'),
  })
  return sample
}

async function post(path: string, body: object): Promise<{ status: number; value: unknown }> {
  const { status, text } = await sample!.send(path, { method: 'POST', body: JSON.stringify(body) })
  return { status, value: JSON.parse(text) as unknown }
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const numbered = (at: number) => `49${String(at).padStart(54, '0')}`
const ShardId = 'shardId-000000000000'

describe('Kinesis', () => {
  test('numbers records, and keeps what they hold', async () => {
    const { gateway } = await serve()
    const StreamARN = 'arn:aws:kinesis:us-east-1:123456789012:stream/orders'
    expect(await post('/one', { StreamName: 'orders', Data: base64('{"city":"Zürich"}'), PartitionKey: 'c1' })).toEqual(
      {
        status: 200,
        value: { SequenceNumber: numbered(1), ShardId },
      },
    )
    const Records = ['a', 'b'].map((text) => ({ Data: base64(text), PartitionKey: text }))
    expect(await post('/many', { StreamARN, Records })).toEqual({
      status: 200,
      value: {
        FailedRecordCount: 0,
        Records: [2, 3].map((at) => ({ SequenceNumber: numbered(at), ShardId })),
      },
    })
    expect(gateway.records(false)).toMatchObject([
      { service: 'kinesis', resource: 'orders', action: 'PutRecords', summary: '2 records', body: 'a\nb' },
      {
        at: NOW,
        action: 'PutRecord',
        summary: `record ${numbered(1)}, partition key "c1"`,
        body: '{"city":"Zürich"}',
      },
    ])
  })

  test.each([
    [{ Data: '', PartitionKey: 'k' }, 'InvalidArgumentException', 'Either StreamName or StreamARN must be given'],
    [{ StreamName: 's', Data: 'not base64!', PartitionKey: 'k' }, 'SerializationException', 'Data is not base64'],
    [
      { StreamName: 's', Data: '' },
      'ValidationException',
      "1 validation error detected: Value null at 'partitionKey' failed to satisfy constraint: Member must not be null",
    ],
    [{ StreamName: 's', Data: 7, PartitionKey: 'k' }, 'SerializationException', 'Data must be a string, not a number'],
  ])('refuses %j', async (body, __type, message) => {
    await serve()
    expect(await post('/one', body)).toEqual({ status: 400, value: { __type, message } })
  })

  test('names the operations that it has not', async () => {
    const { lines } = await serve()
    const message =
      'ListStreams is not supported by the local Kinesis, which runs PutRecord, PutRecords. ' +
      'Set the backend of the integration to an endpoint that has it.'
    expect(await post('/list', {})).toEqual({ status: 400, value: { __type: 'InvalidArgumentException', message } })
    expect(lines).toEqual([`ANY /list of "Sample", stage prod: kinesis: InvalidArgumentException: ${message}`])
  })
})

import { afterEach, describe, expect, test } from 'vitest'
import { idNumber, literalHeaders, serveServices, serviceMethod } from '../testing/service-sample'

type Sample = Awaited<ReturnType<typeof serveServices>>
let sample: Sample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const TARGET = literalHeaders({ 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AWSEvents.PutEvents' })

async function serve(): Promise<Sample> {
  sample = await serveServices({
    '/action': serviceMethod('events:action/PutEvents', TARGET),
    '/path': serviceMethod('events:path//', TARGET),
    '/unmapped': serviceMethod('events:action/PutEvents'),
  })
  return sample
}

async function post(path: string, body: object): Promise<unknown> {
  return JSON.parse((await sample!.send(path, { method: 'POST', body: JSON.stringify(body) })).text) as unknown
}

const event = { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"id": 1}', EventBusName: 'shop' }

describe('PutEvents', () => {
  test('gives an id for every event', async () => {
    const { gateway, lines } = await serve()
    const { EventBusName: _bus, ...onDefault } = event
    expect(await post('/action', { Entries: [event, onDefault] })).toEqual({
      Entries: [{ EventId: idNumber(2) }, { EventId: idNumber(3) }],
      FailedEntryCount: 0,
    })
    expect(await post('/path', { Entries: [event] })).toMatchObject({ FailedEntryCount: 0 })
    expect(gateway.records(false)[1]).toMatchObject({
      service: 'events',
      resource: 'shop, default',
      action: 'PutEvents',
      summary: 'OrderPlaced from shop.orders; OrderPlaced from shop.orders',
      body: '{"id": 1}\n{"id": 1}',
    })
    expect(lines).toEqual([])
  })

  test('says of each event why it failed, under status 200', async () => {
    const { lines } = await serve()
    const Entries = [event, { ...event, Source: '' }, { ...event, Detail: 'text' }, { ...event, Source: 'aws.ec2' }]
    expect(await post('/action', { Entries })).toEqual({
      Entries: [
        { EventId: idNumber(2) },
        {
          ErrorCode: 'InvalidArgument',
          ErrorMessage: 'Parameter Source is not valid. Reason: Source is a required argument.',
        },
        { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
        { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' },
      ],
      FailedEntryCount: 3,
    })
    expect(lines).toEqual([
      'ANY /action of "Sample", stage prod: events: PutEvents answers 200, but 3 of its entries failed: Parameter Source is not valid. ' +
        'Reason: Source is a required argument.',
    ])
  })

  test('needs its target mapped, as the service does', async () => {
    const { lines } = await serve()
    expect(await post('/unmapped', { Entries: [event] })).toEqual({ __type: 'UnknownOperationException' })
    expect(lines).toEqual([
      'ANY /unmapped of "Sample", stage prod: events: UnknownOperationException: the request has no X-Amz-Target of this service; map ' +
        'integration.request.header.X-Amz-Target to "\'AWSEvents.PutEvents\'"',
    ])
  })

  test('takes between one and ten events', async () => {
    await serve()
    const refusal = {
      __type: 'ValidationException',
      message:
        "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length greater than or equal to 1",
    }
    expect(await post('/action', { Entries: [] })).toEqual(refusal)
    expect(await post('/action', { Entries: Array.from({ length: 11 }, () => event) })).toMatchObject({
      __type: 'ValidationException',
    })
  })
})

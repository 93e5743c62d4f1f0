import { afterEach, describe, expect, test } from 'vitest'
import { API } from '../../testing/sample-design'
import { exchange } from '../../testing/served-sample'
import { servicesDesign, serveServices, serviceMethod } from '../testing/service-sample'

type Sample = Awaited<ReturnType<typeof serveServices>>
let sample: Sample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const ACTIONS = ['PutItem', 'GetItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'BatchGetItem']

const methods = Object.fromEntries(ACTIONS.map((action) => [`/${action}`, serviceMethod(`dynamodb:action/${action}`)]))

async function serve(): Promise<Sample> {
  sample = await serveServices(methods)
  return sample
}

async function call(action: string, input: object): Promise<{ status: number; value: unknown }> {
  const body = JSON.stringify({ TableName: 'Orders', ...input })
  const { status, text } = await sample!.send(`/${action}`, { method: 'POST', body })
  return { status, value: JSON.parse(text) as unknown }
}

/** The answer of a call that is not refused. */
async function done(action: string, input: object): Promise<unknown> {
  const { status, value } = await call(action, input)
  expect([status, value]).toEqual([200, value])
  return value
}

const refused = (message: string) => ({
  status: 400,
  value: { __type: 'com.amazon.coral.validate#ValidationException', message },
})

const order = (id: string, more: object = {}) => ({ orderId: { S: id }, ...more })

describe('an item', () => {
  test('is put, read, replaced and deleted', async () => {
    const { gateway } = await serve()
    const Key = order('A-1')
    expect(await done('PutItem', { Item: order('A-1', { total: { N: '61.50' } }) })).toEqual({})
    expect(await done('GetItem', { Key })).toEqual({ Item: order('A-1', { total: { N: '61.5' } }) })
    expect(await done('PutItem', { Item: order('A-1', { gift: { BOOL: true } }), ReturnValues: 'ALL_OLD' })).toEqual({
      Attributes: order('A-1', { total: { N: '61.5' } }),
    })
    expect(await done('DeleteItem', { Key, ReturnValues: 'ALL_OLD' })).toEqual({
      Attributes: order('A-1', { gift: { BOOL: true } }),
    })
    expect(await done('GetItem', { Key })).toEqual({})
    expect(gateway.records(false).map(({ resource, action, summary }) => `${resource} ${action}: ${summary}`)).toEqual([
      'Orders GetItem: nothing at orderId A-1',
      'Orders DeleteItem: deleted orderId A-1',
      'Orders PutItem: replaced orderId A-1',
      'Orders GetItem: read orderId A-1',
      'Orders PutItem: put orderId A-1',
    ])
  })

  test('is put under a condition', async () => {
    const { lines } = await serve()
    const input = { Item: order('A-1'), ConditionExpression: 'attribute_not_exists(orderId)' }
    expect(await done('PutItem', input)).toEqual({})
    const failed = {
      __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
      message: 'The conditional request failed',
    }
    expect(await call('PutItem', input)).toEqual({ status: 400, value: failed })
    expect(await call('PutItem', { ...input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })).toEqual({
      status: 400,
      value: { ...failed, Item: order('A-1') },
    })
    expect(
      await call('DeleteItem', {
        Key: order('A-1'),
        ConditionExpression: '#t > :ten',
        ExpressionAttributeNames: { '#t': 'total' },
        ExpressionAttributeValues: { ':ten': { N: '10' } },
      }),
    ).toEqual({ status: 400, value: failed })
    expect(lines).toEqual([])
  })

  test('is updated, or made by an update', async () => {
    await serve()
    const update = (UpdateExpression: string, more: object = {}) =>
      done('UpdateItem', { Key: order('A-1'), UpdateExpression, ReturnValues: 'UPDATED_NEW', ...more })
    const one = { ExpressionAttributeValues: { ':one': { N: '1' } } }
    expect(await update('ADD sold :one', one)).toEqual({ Attributes: { sold: { N: '1' } } })
    expect(await update('SET sold = sold + :one', one)).toEqual({ Attributes: { sold: { N: '2' } } })
    expect(await update('SET sold = sold + :one', { ...one, ReturnValues: 'UPDATED_OLD' })).toEqual({
      Attributes: { sold: { N: '2' } },
    })
    expect(await update('REMOVE sold', { ReturnValues: 'ALL_OLD' })).toEqual({
      Attributes: order('A-1', { sold: { N: '3' } }),
    })
    expect(await update('SET gift = :one', { ...one, ReturnValues: 'ALL_NEW' })).toEqual({
      Attributes: order('A-1', { gift: { N: '1' } }),
    })
    expect(await call('UpdateItem', { Key: order('A-1'), UpdateExpression: 'SET orderId = :one', ...one })).toEqual(
      refused(
        'One or more parameter values were invalid: Cannot update attribute orderId. This attribute is part of the key',
      ),
    )
  })

  test('is read in part', async () => {
    await serve()
    await done('PutItem', {
      Item: order('A-1', { a: { M: { b: { S: 'x' }, c: { S: 'y' } } }, d: { L: [{ S: '1' }, { S: '2' }] } }),
    })
    const read = { Key: order('A-1'), ProjectionExpression: 'a.b, d[1], absent' }
    expect(await done('GetItem', read)).toEqual({ Item: { a: { M: { b: { S: 'x' } } }, d: { L: [{ S: '2' }] } } })
  })

  test('tells what it cost when asked', async () => {
    await serve()
    const ReturnConsumedCapacity = 'TOTAL'
    expect(
      await done('PutItem', { Item: order('A-1', { text: { S: 'x'.repeat(1500) } }), ReturnConsumedCapacity }),
    ).toEqual({
      ConsumedCapacity: { TableName: 'Orders', CapacityUnits: 2 },
    })
    expect(await done('GetItem', { Key: order('none'), ReturnConsumedCapacity })).toEqual({
      ConsumedCapacity: { TableName: 'Orders', CapacityUnits: 0.5 },
    })
  })

  test.each([
    [
      'PutItem',
      {},
      "1 validation error detected: Value null at 'item' failed to satisfy constraint: Member must not be null",
    ],
    [
      'PutItem',
      { Item: { tags: { SS: ['a'] } } },
      'One or more parameter values were invalid: the item has no attribute that can be a key (S, N or B)',
    ],
    [
      'PutItem',
      { Item: order('') },
      'One or more parameter values were invalid: The AttributeValue for a key attribute cannot contain an empty string value. Key: orderId',
    ],
    [
      'PutItem',
      { Item: order('A'), ReturnValues: 'ALL_NEW' },
      'Return values set to invalid value: ALL_NEW. It can be NONE, ALL_OLD.',
    ],
    [
      'PutItem',
      { Item: order('A'), TableName: 'a' },
      "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'",
    ],
    ['GetItem', { Key: {} }, 'The provided key element does not match the schema'],
    [
      'Scan',
      { Limit: 0 },
      "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      'Scan',
      { Select: 'SOME' },
      "1 validation error detected: Value 'SOME' at 'select' failed to satisfy constraint: Member must satisfy enum value set: [ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES, SPECIFIC_ATTRIBUTES, COUNT]",
    ],
    ['Query', {}, 'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.'],
  ])('of %s with %j is refused', async (action, input, message) => {
    await serve()
    expect(await call(action, input)).toEqual(refused(message))
  })

  test('over 400 KB is refused', async () => {
    await serve()
    const Item = order('A', { text: { S: 'x'.repeat(410_000) } })
    expect(await call('PutItem', { Item })).toEqual(refused('Item size has exceeded the maximum allowed size'))
  })

  test('of a wrong shape is refused before it is read', async () => {
    await serve()
    expect(await call('PutItem', { Item: 'text' })).toEqual({
      status: 400,
      value: { __type: 'com.amazon.coral.service#SerializationException', message: 'Item must be a map, not a string' },
    })
  })
})

describe('a table', () => {
  const line = (id: string, at: string, total: string) => ({
    customerId: { S: id },
    at: { N: at },
    total: { N: total },
  })

  async function serveLines(): Promise<void> {
    await serve()
    // The first request names the whole key.
    await done('GetItem', { Key: { customerId: { S: 'c1' }, at: { N: '1' } } })
    for (const [id, at] of [
      ['c1', '10'],
      ['c1', '9'],
      ['c2', '1'],
      ['c1', '100'],
    ] as const) {
      await done('PutItem', { Item: line(id, at, `${at}5`) })
    }
  }

  const ofCustomer = {
    KeyConditionExpression: 'customerId = :c',
    ExpressionAttributeValues: { ':c': { S: 'c1' } },
  }
  const times = (answer: unknown) => (answer as { Items: { at: { N: string } }[] }).Items.map(({ at }) => at.N)

  test('is queried in the order of its sort key', async () => {
    await serveLines()
    const all = await done('Query', ofCustomer)
    expect(all).toEqual({
      Count: 3,
      ScannedCount: 3,
      Items: [line('c1', '9', '95'), line('c1', '10', '105'), line('c1', '100', '1005')],
    })
    expect(times(await done('Query', { ...ofCustomer, ScanIndexForward: false }))).toEqual(['100', '10', '9'])
    const within = {
      KeyConditionExpression: 'customerId = :c AND #at BETWEEN :a AND :b',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':c': { S: 'c1' }, ':a': { N: '9.5' }, ':b': { N: '10' } },
    }
    expect(times(await done('Query', within))).toEqual(['10'])
  })

  test('is queried a page at a time, and filtered behind the limit', async () => {
    await serveLines()
    const first = await done('Query', { ...ofCustomer, Limit: 2 })
    const LastEvaluatedKey = { customerId: { S: 'c1' }, at: { N: '10' } }
    expect([times(first), (first as { LastEvaluatedKey: unknown }).LastEvaluatedKey]).toEqual([
      ['9', '10'],
      LastEvaluatedKey,
    ])
    await done('DeleteItem', { Key: LastEvaluatedKey })
    const second = await done('Query', { ...ofCustomer, Limit: 2, ExclusiveStartKey: LastEvaluatedKey })
    expect(second).toEqual({ Count: 1, ScannedCount: 1, Items: [line('c1', '100', '1005')] })
    const filtered = {
      KeyConditionExpression: 'customerId = :c',
      FilterExpression: '#t > :n',
      ExpressionAttributeNames: { '#t': 'total' },
      ExpressionAttributeValues: { ':c': { S: 'c1' }, ':n': { N: '100' } },
      Limit: 1,
    }
    expect(await done('Query', filtered)).toEqual({
      Count: 0,
      ScannedCount: 1,
      Items: [],
      LastEvaluatedKey: { customerId: { S: 'c1' }, at: { N: '9' } },
    })
    expect(await done('Query', { ...ofCustomer, Select: 'COUNT' })).toEqual({ Count: 2, ScannedCount: 2 })
  })

  test('is queried by an index that nobody has defined', async () => {
    await serve()
    await done('PutItem', { Item: order('A-1', { customerId: { S: 'c1' }, total: { N: '5' } }) })
    await done('PutItem', { Item: order('A-2', { customerId: { S: 'c1' }, total: { N: '3' } }) })
    await done('PutItem', { Item: order('A-3') })
    const byCustomer = { IndexName: 'by-customer', ...ofCustomer, Limit: 1 }
    expect(await done('Query', byCustomer)).toMatchObject({
      Items: [{ orderId: { S: 'A-1' } }],
      LastEvaluatedKey: { customerId: { S: 'c1' }, orderId: { S: 'A-1' } },
    })
    const byTotal = {
      ...byCustomer,
      KeyConditionExpression: 'customerId = :c AND #t > :n',
      ExpressionAttributeNames: { '#t': 'total' },
      ExpressionAttributeValues: { ':c': { S: 'c1' }, ':n': { N: '0' } },
    }
    expect(await done('Query', byTotal)).toMatchObject({ Items: [{ orderId: { S: 'A-2' } }] })
  })

  test('is scanned, a page at a time', async () => {
    await serveLines()
    expect(await done('Scan', { Select: 'COUNT' })).toEqual({ Count: 4, ScannedCount: 4 })
    const first = (await done('Scan', { Limit: 3 })) as { Items: unknown[]; LastEvaluatedKey: object }
    const second = await done('Scan', { ExclusiveStartKey: first.LastEvaluatedKey })
    expect([first.Items.length, second]).toEqual([3, { Count: 1, ScannedCount: 1, Items: [line('c2', '1', '15')] }])
    expect(await done('Scan', { TableName: 'Never-used' })).toEqual({ Count: 0, ScannedCount: 0, Items: [] })
  })

  test('reads no more than a megabyte at once', async () => {
    await serve()
    const text = { S: 'x'.repeat(390_000) }
    for (const id of ['a', 'b', 'c', 'd']) await done('PutItem', { Item: order(id, { text }) })
    expect(await done('Scan', { ProjectionExpression: 'orderId' })).toEqual({
      Count: 3,
      ScannedCount: 3,
      Items: ['a', 'b', 'c'].map((id) => order(id)),
      LastEvaluatedKey: order('c'),
    })
  })

  test('takes its key from the first item, says so, and learns better from a request that names it', async () => {
    const { lines } = await serve()
    await done('PutItem', { Item: { customerId: { S: 'c1' }, at: { N: '1' } } })
    expect(lines).toEqual([
      'ANY /PutItem of "Sample", stage prod: dynamodb: the local table "Orders" takes customerId for its key, guessed from its first ' +
        'item; the first Key of a request, or a ConditionExpression with attribute_not_exists, would tell it',
    ])
    const Key = { customerId: { S: 'c1' }, at: { N: '1' } }
    expect(await done('GetItem', { Key })).toEqual({ Item: Key })
    await done('PutItem', { Item: { customerId: { S: 'c1' }, at: { N: '2' } } })
    expect(await done('Scan', { Select: 'COUNT' })).toMatchObject({ Count: 2 })
    expect(await call('GetItem', { Key: { customerId: { S: 'c1' } } })).toEqual(
      refused('The provided key element does not match the schema'),
    )
  })

  test('learns its partition key from a Query, and keeps items apart', async () => {
    await serve()
    for (const id of ['A-1', 'A-2']) await done('PutItem', { Item: order(id, { customerId: { S: 'c1' } }) })
    expect(await done('Query', ofCustomer)).toMatchObject({ Count: 2 })
    expect(await done('GetItem', { Key: { customerId: { S: 'c1' }, orderId: { S: 'A-2' } } })).toHaveProperty('Item')
  })

  test('has pk and sk for its key when its first item has them', async () => {
    await serve()
    const item = (sk: string) => ({ kind: { S: 'order' }, PK: { S: 'c1' }, SK: { S: sk } })
    for (const sk of ['1', '2']) await done('PutItem', { Item: item(sk) })
    expect(await done('Scan', {})).toMatchObject({ Items: [item('1'), item('2')] })
  })

  test.each([
    [
      'Query',
      { KeyConditionExpression: 'seller = :c', ExpressionAttributeValues: { ':c': { S: 'x' } } },
      'Query condition missed key schema element: customerId',
    ],
    [
      'Query',
      { KeyConditionExpression: 'customerId > :c', ExpressionAttributeValues: { ':c': { S: 'x' } } },
      'Query key condition not supported',
    ],
    [
      'Query',
      { KeyConditionExpression: 'customerId = :c', ExpressionAttributeValues: { ':c': { N: '1' } } },
      'One or more parameter values were invalid: Condition parameter type does not match schema type',
    ],
    [
      'Query',
      { KeyConditionExpression: 'customerId = :c OR customerId = :c', ExpressionAttributeValues: { ':c': { S: 'x' } } },
      'Query key condition not supported',
    ],
    [
      'Query',
      { ...ofCustomer, ExclusiveStartKey: { customerId: { S: 'c1' } } },
      'The provided starting key is invalid: The provided key element does not match the schema',
    ],
    [
      'PutItem',
      { Item: { customerId: { S: 'c1' } } },
      'One or more parameter values were invalid: Missing the key at in the item',
    ],
    [
      'PutItem',
      { Item: { customerId: { S: 'c1' }, at: { S: '1' } } },
      'One or more parameter values were invalid: Type mismatch for key at expected: N actual: S',
    ],
  ])('with a known key refuses %s of %j', async (action, input, message) => {
    await serveLines()
    expect(await call(action, input)).toEqual(refused(message))
  })

  test('of another region or account is not found', async () => {
    await serve()
    const elsewhere = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders'
    expect(await call('GetItem', { TableName: elsewhere, Key: order('A') })).toEqual({
      status: 400,
      value: {
        __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
        message: 'Requested resource not found',
      },
    })
    await done('PutItem', { Item: order('A') })
    const here = 'arn:aws:dynamodb:us-east-1:123456789012:table/Orders'
    expect(await done('GetItem', { TableName: here, Key: order('A') })).toEqual({ Item: order('A') })
  })
})

describe('the local DynamoDB', () => {
  test.each([
    ['BatchGetItem', {}, 'BatchGetItem (only PutItem, GetItem, UpdateItem, DeleteItem, Query, Scan)'],
    ['PutItem', { Item: order('A'), Expected: {} }, 'The parameter Expected'],
    ['Scan', { Segment: 0, TotalSegments: 4 }, 'A parallel Scan (Segment, TotalSegments)'],
    ['Scan', { IndexName: 'by-customer' }, 'A Scan of an index (IndexName)'],
  ])('names what it does not support: %s with %j', async (action, input, what) => {
    const { lines } = await serve()
    const message = `${what} is not supported by the local DynamoDB. Set the backend of the integration to an endpoint that has it.`
    expect(await call(action, input)).toEqual(refused(message))
    expect(lines).toEqual([`ANY /${action} of "Sample", stage prod: dynamodb: ValidationException: ${message}`])
  })

  test('keeps its tables when its records are cleared, and begins empty with the next start', async () => {
    const { gateway, folder } = await serve()
    await done('PutItem', { Item: order('A') })
    expect([gateway.records(false).length, gateway.records(true), gateway.records(false)]).toEqual([1, [], []])
    expect(await done('Scan', { Select: 'COUNT' })).toMatchObject({ Count: 1 })
    const { port } = await gateway.start(servicesDesign(methods), { host: '127.0.0.1', port: 0, folder })
    const { text } = await exchange(port, `/${API}/prod/Scan`, { method: 'POST', body: '{"TableName": "Orders"}' })
    expect(JSON.parse(text)).toEqual({ Count: 0, Items: [], ScannedCount: 0 })
    expect(gateway.records(false)).toHaveLength(1)
  })
})

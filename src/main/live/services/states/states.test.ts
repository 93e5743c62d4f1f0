import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtHandlerProcess } from '../../testing/built-handler-process'
import { idNumber, NOW, serveServices, serviceMethod } from '../testing/service-sample'

type Sample = Awaited<ReturnType<typeof serveServices>>
let sample: Sample | null = null
let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
afterEach(async () => {
  await sample?.close()
  sample = null
})

const HANDLERS = `
import { writeFileSync } from 'node:fs'
export const double = ({ n }) => ({ n: n * 2 })
export const fail = () => { throw new TypeError('no stock') }
export const note = (event) => writeFileSync(new URL('./noted.json', import.meta.url), JSON.stringify(event))
`

async function serve(): Promise<Sample> {
  const functions = {
    double: { handler: './machines.mjs#double' },
    fail: { handler: './machines.mjs#fail' },
    unbound: {},
  }
  sample = await serveServices(
    {
      '/start': serviceMethod('states:action/StartExecution'),
      '/sync': serviceMethod('states:action/StartSyncExecution'),
      '/delete': serviceMethod('states:action/DeleteStateMachine'),
    },
    { design: { functions } },
    { handlerProcessUrl, files: { 'machines.mjs': HANDLERS } },
  )
  return sample
}

const arn = (machine: string) => `arn:aws:states:us-east-1:123456789012:stateMachine:${machine}`

async function post(path: string, body: object): Promise<unknown> {
  return JSON.parse((await sample!.send(path, { method: 'POST', body: JSON.stringify(body) })).text) as unknown
}

const DETAILS = { __type: 'com.amazonaws.swf.base.model#CloudWatchEventsExecutionDataDetails', included: true }

describe('StartExecution', () => {
  test('is recorded as running, and gives the same answer for the same name', async () => {
    const { gateway, clock } = await serve()
    const body = { stateMachineArn: arn('fulfil'), name: 'order-1', input: '{"n": 1}' }
    const executionArn = 'arn:aws:states:us-east-1:123456789012:execution:fulfil:order-1'
    expect(await post('/start', body)).toEqual({ executionArn, startDate: NOW / 1000 })
    clock.pass(5000)
    expect(await post('/start', body)).toEqual({ executionArn, startDate: NOW / 1000 })
    expect(await post('/start', { ...body, input: '{"n": 2}' })).toEqual({
      __type: 'ExecutionAlreadyExists',
      message: `Execution Already Exists: '${executionArn}'`,
    })
    expect(
      gateway.records(false).map(({ resource, summary, body: recorded }) => [resource, summary, recorded]),
    ).toEqual([
      ['fulfil', `ExecutionAlreadyExists: Execution Already Exists: '${executionArn}'`, expect.any(String)],
      ['fulfil', 'order-1, runs already', '{"n": 1}'],
      ['fulfil', 'order-1, RUNNING', '{"n": 1}'],
    ])
  })

  test('names an execution that has no name', async () => {
    await serve()
    expect(await post('/start', { stateMachineArn: arn('fulfil') })).toMatchObject({
      executionArn: `arn:aws:states:us-east-1:123456789012:execution:fulfil:${idNumber(2)}`,
    })
  })
})

describe('StartSyncExecution', () => {
  test("answers with what the function of the machine's name returns", async () => {
    const { gateway } = await serve()
    expect(await post('/sync', { stateMachineArn: arn('double'), name: 'one', input: '{"n": 21}' })).toEqual({
      billingDetails: { billedDurationInMilliseconds: 100, billedMemoryUsedInMB: 64 },
      executionArn: `arn:aws:states:us-east-1:123456789012:express:double:one:${idNumber(2)}`,
      input: '{"n": 21}',
      inputDetails: DETAILS,
      name: 'one',
      output: '{"n":42}',
      outputDetails: DETAILS,
      startDate: NOW / 1000,
      stateMachineArn: arn('double'),
      status: 'SUCCEEDED',
      stopDate: NOW / 1000,
    })
    expect(gateway.records(false)).toMatchObject([{ summary: 'one, SUCCEEDED as function double' }])
  })

  test('has failed when the function throws', async () => {
    await serve()
    const answer = await post('/sync', { stateMachineArn: arn('fail'), input: '{}' })
    expect(answer).toMatchObject({ status: 'FAILED', error: 'TypeError', cause: 'no stock' })
    expect(answer).not.toHaveProperty('output')
  })

  test('gives the input back where no function plays the machine', async () => {
    await serve()
    for (const machine of ['unknown', 'unbound', 'toString']) {
      expect(await post('/sync', { stateMachineArn: arn(machine), input: '{"n": 1}' })).toMatchObject({
        status: 'SUCCEEDED',
        output: '{"n": 1}',
      })
    }
  })
})

describe('Step Functions', () => {
  test.each([
    [
      {},
      'ValidationException',
      "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null",
    ],
    [{ stateMachineArn: 'fulfil' }, 'InvalidArn', "Invalid Arn: 'Resource type not valid in this context: fulfil'"],
    [{ stateMachineArn: arn('fulfil'), name: 'a b' }, 'InvalidName', "Invalid Name: 'a b'"],
  ])('refuses %j', async (body, __type, message) => {
    await serve()
    expect(await post('/start', body)).toEqual({ __type, message })
  })

  test('wants its input as JSON in a text, and has no other operations', async () => {
    const { lines } = await serve()
    expect(await post('/start', { stateMachineArn: arn('fulfil'), input: '{' })).toMatchObject({
      __type: 'InvalidExecutionInput',
    })
    expect(await post('/start', { stateMachineArn: arn('fulfil'), input: {} })).toEqual({
      __type: 'SerializationException',
      message: 'input must be a string, not a map',
    })
    expect(await post('/delete', { stateMachineArn: arn('fulfil') })).toMatchObject({ __type: 'ValidationException' })
    expect(lines.at(-1)).toContain('DeleteStateMachine is not supported by the local Step Functions')
  })
})

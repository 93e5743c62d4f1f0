import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { LocalFunction } from '@shared/design/local-function'
import { whyNoPython } from '../functions/testing/why-no-python'
import { builtHandlerProcess } from '../testing/built-handler-process'
import { lambdaMethod, sampleDesign } from '../testing/sample-design'
import { serveSample, type Received, type ServedSample } from '../testing/served-sample'

const noPython = await whyNoPython()
let handlerProcessUrl: URL
beforeAll(async () => {
  handlerProcessUrl = await builtHandlerProcess()
})
let sample: ServedSample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const signature = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=KEY/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`

/** A request to DynamoDB as an SDK sends it. */
const DYNAMODB = `
  const dynamodb = (action, input) => fetch('https://dynamodb.us-east-1.amazonaws.com/', {
    method: 'POST',
    headers: {
      authorization: '${signature('dynamodb')}',
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.' + action,
    },
    body: JSON.stringify(input),
  }).then((answer) => answer.json())
`

/** Serves a function at /f and calls it. */
async function call(
  code: string,
  settings: LocalFunction & { file?: string } = {},
  files: Readonly<Record<string, string>> = {},
): Promise<Received> {
  const { file = 'f.mjs', ...rest } = settings
  const uri =
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations'
  const { handler: _handler, ...integration } = lambdaMethod('', {}, { uri, timeoutInMillis: 8000 }).integration!
  const method = { ...lambdaMethod('', {}), integration }
  const functions = { f: { handler: `./${file}`, timeout: 5, ...rest } }
  const design = sampleDesign({ resources: { '/f': { methods: { ANY: method } } }, design: { functions } })
  sample = await serveSample({ design, files: { ...files, [file]: code }, handlerProcessUrl })
  return sample.send('/f')
}

describe('a function that calls AWS', () => {
  test.skipIf(noPython !== null)('finds them with the SDK of Python too', async () => {
    const sdk = `
import json, urllib.request

class URLLib3Session:
    def send(self, request):
        with urllib.request.urlopen(urllib.request.Request(request.url, request.body, request.headers)) as answer:
            return json.load(answer)
`
    const code = `
def handler(event, context):
    from botocore.httpsession import URLLib3Session
    class Request:
        url = "https://sqs.us-east-1.amazonaws.com/"
        body = b'{"QueueUrl": "https://sqs.us-east-1.amazonaws.com/1/jobs", "MessageBody": "go"}'
        headers = {"Authorization": "${signature('sqs')}", "X-Amz-Target": "AmazonSQS.SendMessage"}
    return {"body": URLLib3Session().send(Request())["MD5OfMessageBody"]}
`
    const files = { 'botocore/__init__.py': '', 'botocore/httpsession.py': sdk }
    expect((await call(code, { file: 'f.py', timeout: 8 }, files)).text).toBe('34d1f91fb2e514b8576fab1a75a89a6b')
  })

  test('finds the stand-ins that direct integrations use, under the names of the services', async () => {
    const answer = await call(`${DYNAMODB}
      export const handler = async () => {
        const Key = { id: { S: 'a' } }
        await dynamodb('PutItem', { TableName: 'orders', Item: { ...Key, total: { N: '3' } } })
        return { body: JSON.stringify(await dynamodb('GetItem', { TableName: 'orders', Key })) }
      }`)
    expect(JSON.parse(answer.text)).toEqual({ Item: { id: { S: 'a' }, total: { N: '3' } } })
    expect(sample!.gateway.records(false).map(({ service, resource, action }) => [service, resource, action])).toEqual([
      ['dynamodb', 'orders', 'GetItem'],
      ['dynamodb', 'orders', 'PutItem'],
    ])
  })

  test('finds a bucket before the name of S3', async () => {
    const answer = await call(`
      const headers = { authorization: '${signature('s3')}' }
      const url = 'https://reports.s3.us-east-1.amazonaws.com/may.txt'
      export const handler = async () => {
        await fetch(url, { method: 'PUT', headers, body: 'sold 3' })
        return { body: await (await fetch(url, { headers })).text() }
      }`)
    expect(answer.text).toBe('sold 3')
  })

  test('is refused without a signature, and told of services that nothing plays', async () => {
    const answer = await call(`
      const url = 'https://sqs.us-east-1.amazonaws.com/'
      const headers = { authorization: '${signature('lambda')}' }
      export const handler = async () => {
        const answers = [await fetch(url), await fetch(url, { headers })]
        return { body: JSON.stringify(await Promise.all(answers.map(async (one) => [one.status, (await one.json()).message]))) }
      }`)
    expect(JSON.parse(answer.text)).toEqual([
      [403, 'The request is not signed.'],
      [
        501,
        'The service "lambda" has no stand-in here, as appconfig, dynamodb, events, kinesis, s3, sns, sqs, states have.',
      ],
    ])
  })

  test.each<Readonly<Record<string, string>>>([
    {},
    { AWS_PROFILE: 'dev' },
    { AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:4566' },
  ])('reaches other services where its environment names them: %j', async (environment) => {
    const answer = await call(
      `export const handler = async () => ({ body: process.env.AWS_ACCESS_KEY_ID ?? 'none' })`,
      {
        environment,
      },
    )
    expect(answer.text).toBe(Object.keys(environment).length === 0 ? 'GATEWRIGHTLOCAL0' : 'none')
  })
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { builtHandlerProcess } from '../live/testing/built-handler-process'
import { exchange } from '../live/testing/served-sample'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { main } from './main'

const TEMPLATE = `
Transform: AWS::Serverless-2016-10-31
Parameters:
  Version: {Type: String, Default: v1}
Globals:
  Function: {Runtime: nodejs20.x, CodeUri: src/}
  Api: {OpenApiVersion: 3.0.1}
Resources:
  GetOrder:
    Type: AWS::Serverless::Function
    Properties:
      Handler: orders.read
      Environment: {Variables: {VERSION: !Ref Version, QUEUE: !Ref Jobs}}
      Events:
        Rest: {Type: Api, Properties: {Path: '/orders/{id}', Method: get, RestApiId: !Ref Orders}}
        Http: {Type: HttpApi, Properties: {Path: '/orders/{id}', Method: get}}
  Orders:
    Type: AWS::Serverless::Api
    Properties: {StageName: !Ref Version, Name: Orders}
  Jobs: {Type: AWS::SQS::Queue}
`
const FUNCTION = `export const read = async (event) => ({
  statusCode: 200,
  body: [event.pathParameters.id, process.env.VERSION, process.env.QUEUE].join(' '),
})`

function templateFile(): string {
  const folder = temporaryFolder()
  const files = { 'template.yaml': TEMPLATE, 'src/orders.mjs': FUNCTION }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return join(folder, 'template.yaml')
}

interface Listening {
  readonly port: number
  readonly apis: readonly { readonly protocolType: string; readonly stage: string; readonly url: string }[]
}

test('serve plays every API of a template at its stages, with the functions that lie beside it', async () => {
  const handlerProcessUrl = await builtHandlerProcess()
  const ending = new AbortController()
  const errors: string[] = []
  let serving: Promise<number> | undefined
  const listening = await new Promise<Listening>((resolve) => {
    const take = (line: string): void => resolve(JSON.parse(line) as Listening)
    const io = {
      out: take,
      err: (line: string) => errors.push(line),
      isTerminal: false,
      signal: ending.signal,
      handlerProcessUrl,
    }
    const args = ['serve', templateFile(), '--port', '0', '--json', '--parameter', 'Version=v2']
    serving = main(args, '9.8.7', io)
  })
  const answers = await Promise.all(
    listening.apis.map(async ({ protocolType, stage, url }) => {
      const { status, text } = await exchange(listening.port, `${new URL(url).pathname.replace(/\/$/, '')}/orders/7`)
      return [protocolType, stage, status, text]
    }),
  )
  const body = '7 v2 https://sqs.us-east-1.amazonaws.com/123456789012/Jobs'
  expect(answers).toEqual([
    ['REST', 'v2', 200, body],
    ['HTTP', '$default', 200, body],
  ])
  // What the functions print is theirs.
  expect(errors.filter((line) => !line.startsWith('[GetOrder]'))).toEqual([])
  ending.abort()
  await serving
})

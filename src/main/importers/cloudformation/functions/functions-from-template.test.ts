import { describe, expect, it } from 'vitest'
import type { LocalFunction } from '@shared/design/local-function'
import { importDocument } from '../../import-document'
import type { ImportFiles } from '../../import-options'

const filesNamed = (...names: readonly string[]): ImportFiles => ({
  has: (name) => names.includes(name),
  read: (name) => (names.includes(name) ? new Uint8Array() : null),
})

/** An HTTP API with a function Run of these properties and attributes; what the design has of functions, and what is said of them. */
function read(properties: object, files: readonly string[] = [], attributes: object = {}) {
  const template = {
    Resources: {
      Api: {
        Type: 'AWS::ApiGatewayV2::Api',
        Properties: { Name: 'Shop', ProtocolType: 'HTTP', Target: { 'Fn::GetAtt': ['Run', 'Arn'] } },
      },
      Allowed: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          FunctionName: { Ref: 'Run' },
          Action: 'lambda:InvokeFunction',
          Principal: 'apigateway.amazonaws.com',
        },
      },
      Run: { Type: 'AWS::Lambda::Function', Properties: properties, ...attributes },
    },
  }
  const bytes = new TextEncoder().encode(JSON.stringify(template))
  const { design, diagnostics } = importDocument(bytes, 'template.json', { files: filesNamed(...files) })
  return { functions: design?.functions, messages: diagnostics.map(({ message }) => message) }
}

function handlerOf(properties: object, ...files: readonly string[]): string | undefined {
  const run: LocalFunction | undefined = read(properties, files).functions?.['Run']
  return run?.handler
}

describe('functionsFromTemplate', () => {
  it.each([
    [{ Code: './src', Handler: 'app.handler', Runtime: 'nodejs20.x' }, 'src/app.mjs', './src/app.mjs#handler'],
    [{ Code: 'src/', Handler: 'app.handler', Runtime: 'nodejs20.x' }, 'src/app.ts', './src/app.ts#handler'],
    [{ Code: '.', Handler: 'lib/orders.read', Runtime: 'nodejs22.x' }, 'lib/orders.js', './lib/orders.js#read'],
    [{ Code: 'src', Handler: 'app.routes.get', Runtime: 'nodejs20.x' }, 'src/app.cjs', './src/app.cjs#routes.get'],
    [{ Code: 'src', Handler: 'main.handle', Runtime: 'python3.12' }, 'src/main.py', './src/main.py#handle'],
    [
      { Code: 'src', Handler: 'shop.main.handle', Runtime: 'python3.12' },
      'src/shop/main.py',
      './src/shop/main.py#handle',
    ],
  ])('finds the file that the runtime would load: %j beside %s', (properties, file, handler) => {
    expect(handlerOf(properties, file)).toBe(handler)
  })

  it('takes an ES module before others of the same name', () => {
    const properties = { Code: 'src', Handler: 'app.handler', Runtime: 'nodejs20.x' }
    expect(handlerOf(properties, 'src/app.js', 'src/app.ts', 'src/app.mjs')).toBe('./src/app.mjs#handler')
  })

  it('prefers what the metadata name, wherever the code is', () => {
    const properties = { FunctionName: 'orders', Code: { S3Bucket: 'b', S3Key: 'k' }, Runtime: 'java21' }
    const metadata = { Metadata: { 'x-gatewright-handler': './handlers/orders.ts#create' } }
    expect(read(properties, [], metadata)).toEqual({
      functions: { orders: { handler: './handlers/orders.ts#create' } },
      messages: [],
    })
  })

  it('keeps time, memory, concurrency and environment', () => {
    const properties = {
      Code: 'src',
      Handler: 'app.handler',
      Runtime: 'nodejs20.x',
      Timeout: 30,
      MemorySize: '512',
      ReservedConcurrentExecutions: 5,
      Environment: { Variables: { TABLE: 'orders', PORT: 80, SELF: { Ref: 'Api' } } },
    }
    expect(read(properties, ['src/app.mjs'])).toEqual({
      functions: {
        Run: {
          handler: './src/app.mjs#handler',
          timeout: 30,
          memorySize: 512,
          reservedConcurrency: 5,
          environment: { TABLE: 'orders', PORT: '80', SELF: expect.stringMatching(/^[a-z0-9]{10}$/) as string },
        },
      },
      messages: [
        'Resources depend on each other, and AWS refuses such a template: Api -> Run -> Api. Remove one of the references or DependsOn.',
      ],
    })
  })

  it.each([
    [{ Code: { ZipFile: 'x' } }, 'the code stands in the template itself'],
    [{ Code: { ImageUri: 'x' } }, 'the code is a container image'],
    [{ Code: { S3Bucket: 'b', S3Key: 'k' } }, 'the code is in S3'],
    [{ Code: 's3://b/k.zip' }, 'the code is at "s3://b/k.zip"'],
    [{ Code: 'build/code.zip' }, 'the code is in the archive "build/code.zip"'],
    [{}, 'there is no folder with the code'],
    [
      { Code: 'src', Runtime: 'go1.x' },
      'functions of the runtime go1.x are not run, only JavaScript, TypeScript and Python',
    ],
    [{ Code: 'src' }, 'no runtime is named'],
    [{ Code: 'src', Runtime: 'nodejs20.x' }, 'no handler is named'],
    [{ Code: 'src', Runtime: 'nodejs20.x', Handler: 'app' }, 'the handler "app" names no function'],
    [
      { Code: 'src', Runtime: 'python3.12', Handler: 'app.run' },
      'there is no file "src/app" with an ending of .py beside the template',
    ],
  ])('says why %j does not run', (properties, why) => {
    expect(read(properties)).toEqual({
      functions: { Run: {} },
      messages: [
        `The function Run cannot run here: ${why}. Calls fail until the design names a file, or the resource has Metadata with "x-gatewright-handler", as in ./src/app.mjs#handler.`,
      ],
    })
  })

  it('says that layers are missing, and that metadata name no file', () => {
    const properties = { Code: 'src', Handler: 'app.handler', Runtime: 'nodejs20.x', Layers: ['arn:aws:lambda:x'] }
    expect(read(properties, ['src/app.mjs']).messages).toEqual([
      '"Layers" of the function Run is left out: functions run with the files beside the project only. Install there what the layers bring.',
    ])
    const metadata = { Metadata: { 'x-gatewright-handler': 'orders' } }
    expect(read({}, [], metadata).messages).toEqual([
      'The function Run cannot run here: "x-gatewright-handler" of the metadata is "orders". Write a file and a function, as in ./src/app.mjs#handler. Calls fail until the design names a file, or the resource has Metadata with "x-gatewright-handler", as in ./src/app.mjs#handler.',
    ])
  })
})

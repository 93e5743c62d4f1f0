import { describe, expect, it } from 'vitest'
import type { ImportReport } from '@shared/contract/import-report'
import { importDocument } from './import-document'
import type { ImportOptions } from './import-options'

function importText(text: string, fileName = 'api.yaml', options: ImportOptions = {}): ImportReport {
  return importDocument(new TextEncoder().encode(text), fileName, options)
}

const MOCK_API = `openapi: 3.0.1
info:
  title: Ping
paths:
  /ping:
    get:
      x-amazon-apigateway-integration:
        type: mock
`

describe('importDocument', () => {
  it('makes a whole design of an OpenAPI document', () => {
    const definition = {
      apiKeySource: 'HEADER',
      resources: {
        '/ping': {
          methods: {
            GET: {
              authorizationType: 'NONE',
              apiKeyRequired: false,
              methodResponses: [],
              integration: { type: 'MOCK', integrationResponses: [] },
            },
          },
        },
      },
      authorizers: {},
      models: {},
      requestValidators: {},
      gatewayResponses: {},
    }
    expect(importText(MOCK_API)).toEqual({
      fileName: 'api.yaml',
      format: 'OpenAPI 3.0',
      diagnostics: [],
      carried: [
        { text: 'REST API "Ping"', outcome: 'carried', pointer: '' },
        { text: 'GET /ping, MOCK', outcome: 'carried', pointer: '/paths/~1ping/get' },
      ],
      design: {
        name: 'Ping',
        region: 'us-east-1',
        accountId: '123456789012',
        account: { throttleSettings: { rateLimit: 10_000, burstLimit: 5_000 } },
        apis: [
          {
            protocolType: 'REST',
            id: 'wl743h6vax',
            name: 'Ping',
            endpointConfiguration: { types: ['EDGE'] },
            ...definition,
            stages: { prod: { deploymentId: 'fkeihp', methodSettings: {} } },
            deployments: [{ id: 'fkeihp', createdDate: '1970-01-01T00:00:00Z', definition }],
          },
        ],
        usagePlans: [],
        apiKeys: [],
        domainNames: [],
        functions: {},
        scenarios: [],
      },
    })
  })

  it('takes the stage, the name, the Region and the account from the options', () => {
    const { design } = importText(MOCK_API, 'api.yaml', {
      stage: 'dev',
      apiName: 'Pong',
      region: 'af-south-1',
      accountId: '111122223333',
      createdDate: '2026-11-20T14:02:11Z',
    })
    expect({ ...design, apis: [] }).toMatchObject({
      name: 'Pong',
      region: 'af-south-1',
      accountId: '111122223333',
      account: { throttleSettings: { rateLimit: 2_500, burstLimit: 1_250 } },
    })
    const api = design?.apis[0]
    expect(Object.keys(api?.stages ?? {})).toEqual(['dev'])
    expect(api?.protocolType === 'REST' && api.deployments[0]?.createdDate).toBe('2026-11-20T14:02:11Z')
  })

  it('opens a Gatewright project as it is', () => {
    const { design } = importText(MOCK_API)
    const report = importText(JSON.stringify({ gatewright: 1, ...design }), 'ping.gatewright.json')
    expect(report).toEqual({
      fileName: 'ping.gatewright.json',
      format: 'Gatewright project',
      design,
      diagnostics: [],
      carried: [{ text: 'REST API "Ping"', outcome: 'carried', pointer: '/apis/0' }],
    })
  })

  it.each([
    ['CloudFormation template', 'Resources: {Api: {Type: "AWS::ApiGateway::RestApi"}}'],
    ['SAM template', 'Transform: AWS::Serverless-2016-10-31\nResources: {Api: {Type: "AWS::ApiGateway::RestApi"}}'],
    [
      'CDK template',
      'Resources: {Api: {Type: "AWS::ApiGateway::RestApi", Metadata: {"aws:cdk:path": Shop/Api/Resource}}}',
    ],
  ])('reads a %s, telling it from its content', (format, text) => {
    const { design, ...report } = importText(text, 'template.yaml')
    expect([report.format, report.parameters, design?.apis.map(({ name }) => name)]).toEqual([format, [], ['Api']])
  })

  it('refuses a template without an API, saying what it holds', () => {
    const text =
      'Conditions: {On: !Equals [a, b]}\nResources:\n  A: {Type: AWS::S3::Bucket}\n  B: {Type: AWS::S3::Bucket}\n' +
      '  C: {Type: AWS::ApiGateway::RestApi, Condition: On}\n'
    expect(importText(text, 'data.yaml')).toEqual({
      fileName: 'data.yaml',
      format: 'CloudFormation template',
      design: null,
      diagnostics: [
        {
          code: 'import/no-api',
          severity: 'error',
          message:
            'There is no API in data.yaml: it has 2 AWS::S3::Bucket. An API is a resource of the type AWS::ApiGateway::RestApi, AWS::ApiGatewayV2::Api, AWS::Serverless::Api, AWS::Serverless::HttpApi or AWS::Serverless::WebSocketApi, or an event of an AWS::Serverless::Function. Resources whose condition is false (On) are left out; other parameters may make them.',
          pointer: '/Resources',
          range: { line: 2, column: 1 },
        },
      ],
      carried: [],
      parameters: [],
    })
  })

  it('says what else it found', () => {
    expect(importText('name: x\nversion: 1\n', 'package.yaml').diagnostics).toEqual([
      {
        code: 'import/format-unknown',
        severity: 'error',
        message:
          'package.yaml is an object with "name", "version", not the description of an API: there is no "openapi", "swagger", "gatewright" or "Resources" in it. Gatewright projects, OpenAPI 3.0 and 3.1, Swagger 2.0, CloudFormation and SAM templates, and scripts of AWS CLI commands are read.',
        pointer: '',
        range: { line: 1, column: 1 },
      },
    ])
  })

  it('names every problem at once, in the order of their places', () => {
    const { design, diagnostics } = importText(
      'openapi: 3.0.1\ninfo: t\npaths: []\ncomponents: true\nx-amazon-apigateway-policy: 1\n',
    )
    expect(design).toBeNull()
    expect(diagnostics.map(({ code, pointer, range }) => `${code} ${pointer} ${range?.line}:${range?.column}`)).toEqual(
      [
        'import/wrong-type /info 2:1',
        'import/wrong-type /paths 3:1',
        'import/wrong-type /components 4:1',
        'import/wrong-type /x-amazon-apigateway-policy 5:1',
      ],
    )
  })

  it('keeps the order of integration responses as written, numbers among them', () => {
    const { design } = importText(`${MOCK_API}        responses:
          "5\\\\d{2}": {statusCode: "500"}
          "404": {statusCode: "404"}
          default: {statusCode: "200"}
          "400": {statusCode: "400"}
`)
    const api = design?.apis[0]
    const method = api?.protocolType === 'REST' ? api.resources['/ping']?.methods.GET : undefined
    expect(method?.integration?.integrationResponses).toEqual([
      { statusCode: '500', selectionPattern: '5\\d{2}' },
      { statusCode: '404', selectionPattern: '404' },
      { statusCode: '200' },
      { statusCode: '400', selectionPattern: '400' },
    ])
  })

  it('takes the last of two operations of one path, as the service does, and calls the other lost', () => {
    const text = `openapi: 3.0.1
info: {title: Twice}
paths:
  /a:
    get: {operationId: first}
    put: {operationId: put}
    get: {operationId: second}
`
    const { design, diagnostics } = importText(text)
    const api = design?.apis[0]
    const methods = api?.protocolType === 'REST' ? api.resources['/a']?.methods : undefined
    expect([methods?.GET?.operationName, methods?.PUT?.operationName]).toEqual(['second', 'put'])
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([
      {
        code: 'import/operation-repeated',
        severity: 'error',
        message:
          'The path /a has "get" more than once; the one at this place counts, and those before it are left out. Keep one of them.',
        pointer: '/paths/~1a/get',
        range: { line: 7, column: 5 },
      },
    ])
  })

  it('reads a file that AWS would not take, and says so', () => {
    const { design, diagnostics } = importText(`${MOCK_API}# ${'x'.repeat(6 * 1024 * 1024)}\n`)
    expect(design?.name).toBe('Ping')
    expect(diagnostics).toEqual([
      {
        code: 'import/over-quota',
        severity: 'warning',
        message:
          'api.yaml has 6291577 bytes; AWS imports OpenAPI files of up to 6291456. Split the API before importing it there.',
        pointer: '',
      },
    ])
  })

  it('refuses a document in which other keys stand twice', () => {
    const text = 'openapi: 3.0.1\ninfo: {title: a, title: b}\npaths:\n  /a:\n    get: {}\n    get: {}\n'
    expect(importText(text).design).toBeNull()
  })
})

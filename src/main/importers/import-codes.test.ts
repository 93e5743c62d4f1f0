import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OUTCOMES, type ImportCode } from './import-codes'
import { importDocument } from './import-document'
import type { ImportOptions } from './import-options'

const INTEGRATION = 'x-amazon-apigateway-integration'

/** A template with the API "Api" and one more resource, as text. */
function templateWith(type: string, properties: object, others: object = {}): string {
  const Api = { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api' } }
  return JSON.stringify({ Resources: { Api, Part: { Type: `AWS::${type}`, Properties: properties }, ...others } })
}

const API_ID = { Ref: 'Api' }
const ROOT_ID = { 'Fn::GetAtt': ['Api', 'RootResourceId'] }
const INVOKE = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${Run.Arn}/invocations'

/** A document that raises each code, as members of an OpenAPI document unless it is a text. */
const RAISED_BY: { readonly [code in ImportCode]: object | string } = {
  'import/format-unknown': 'name: x',
  'import/version-unknown': { openapi: '9.0' },
  'import/wrong-type': { info: 1 },
  'import/value-unknown': { 'x-amazon-apigateway-api-key-source': 'x' },
  'import/not-carried': { webhooks: {} },
  'import/reference-unresolved': { components: { schemas: { A: { $ref: '#/x' } } } },
  'import/reference-cyclic': { components: { schemas: { A: { $ref: '#/components/schemas/A' } } } },
  'import/intrinsic-approximated': { info: { title: { Ref: 'Name' } } },
  'import/method-without-integration': { paths: { '/a': { get: {} } } },
  'import/integration-incomplete': { paths: { '/a': { get: { [INTEGRATION]: { type: 'http' } } } } },
  'import/security-scheme-unknown': { paths: { '/a': { get: { security: [{ x: [] }] } } } },
  'import/security-not-carried': {
    components: { securitySchemes: { login: { type: 'oauth2' } } },
    paths: { '/a': { get: { security: [{ login: [] }] } } },
  },
  'import/security-approximated': {
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-api-key' } } },
    paths: { '/a': { get: { security: [{ key: [] }, {}] } } },
  },
  'import/validator-unknown': { 'x-amazon-apigateway-request-validator': 'x' },
  'import/pattern-invalid': { components: { schemas: { A: { pattern: '([' } } } },
  'import/model-renamed': { components: { schemas: { 'a-b': {} } } },
  'import/schema-approximated': { components: { schemas: { A: { const: 1 } } } },
  'import/schema-keyword-dropped': { components: { schemas: { A: { example: 1 } } } },
  'import/parameter-schema-dropped': {
    paths: { '/a': { get: { parameters: [{ name: 'a', in: 'query', schema: {} }] } } },
  },
  'import/documentation-dropped': { externalDocs: {} },
  'import/extension-ignored': { 'x-vendor': 1 },
  'import/reference-siblings-dropped': {
    components: { schemas: { A: { $ref: '#/components/schemas/B', description: 'x' }, B: {} } },
  },
  'import/response-not-carried': { paths: { '/a': { get: { responses: { default: {} } } } } },
  'import/http-api-ignores': {
    'x-amazon-apigateway-importexport-version': '1.0',
    paths: { '/a': { get: { responses: {} } } },
  },
  'import/base-path-ignored': { servers: [{ url: '/v1' }] },
  'import/path-adjusted': { paths: { a: {} } },
  'import/path-part-invalid': { paths: { '/a b': {} } },
  'import/resource-conflict': { paths: { '/{a}': {}, '/{b}': {} } },
  'import/operation-repeated': 'openapi: 3.0.1\npaths:\n  /a:\n    get: {}\n    get: {}\n',
  'import/parameter-name-repeated': {
    paths: {
      '/a': {
        get: {
          parameters: [
            { name: 'a', in: 'query' },
            { name: 'a', in: 'header' },
          ],
        },
      },
    },
  },
  'import/over-quota': {
    paths: Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`/p${index}`, {}])),
  },
  'import/property-missing': templateWith('ApiGateway::Resource', { RestApiId: API_ID, ParentId: ROOT_ID }),
  'import/value-assumed': templateWith('ApiGateway::ApiKey', {}),
  'import/outside-template': templateWith('ApiGateway::BasePathMapping', {
    DomainName: 'a.example.com',
    RestApiId: API_ID,
  }),
  'import/resource-repeated': templateWith(
    'ApiGateway::DomainName',
    { DomainName: 'a.example.com' },
    { Other: { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName: 'a.example.com' } } },
  ),
  'import/kept-not-simulated': templateWith('ApiGateway::VpcLink', { Name: 'link', TargetArns: [] }),
  'import/api-without-stage': templateWith('ApiGateway::Account', {}),
  'import/permission-missing': templateWith(
    'ApiGateway::Method',
    {
      RestApiId: API_ID,
      ResourceId: ROOT_ID,
      HttpMethod: 'GET',
      Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: { 'Fn::Sub': INVOKE } },
    },
    { Run: { Type: 'AWS::Lambda::Function', Properties: {} } },
  ),
  'import/member-repeated':
    'Resources:\n  Api: {Type: AWS::ApiGateway::RestApi}\n  Api: {Type: AWS::ApiGateway::RestApi}\n',
  'import/no-api': 'Resources: {}',
  'import/resource-not-carried': templateWith('S3::Bucket', {}),
  'import/function-without-code': templateWith(
    'ApiGatewayV2::Api',
    { Name: 'x', ProtocolType: 'HTTP', Target: { 'Fn::GetAtt': ['Run', 'Arn'] } },
    { Run: { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: 'x' } } } },
  ),
  'import/sam-refused': templateWith('Serverless::HttpApi', { CorsConfiguration: [] }),
  'import/event-not-carried': templateWith('Serverless::Function', { Events: { Queue: { Type: 'SQS' } } }),
  'import/script-syntax': "aws apigateway get-account\necho 'x",
  'import/command-refused': 'aws apigateway get-rest-api --rest-api-id x',
  'import/command-corrected': 'aws apigateway create-rest-api --name x --endpoint-types REGIONAL',
  'import/command-not-run': 'aws apigateway get-account\ncurl https://example.com',
  'import/command-not-in-design': 'aws apigateway get-account\naws s3 mb s3://x',
  'import/command-hint': 'aws apigateway create-rest-api --name x',
  'import/value-made-up': 'aws apigateway create-rest-api --name $NAME',
  'import/endpoint-approximated': { 'x-amazon-apigateway-endpoint-configuration': { vpcEndpointIds: ['vpce-1'] } },
}

function codesOf(document: object | string, options: ImportOptions = {}): string[] {
  const text =
    typeof document === 'string'
      ? document
      : JSON.stringify({ openapi: '3.0.1', info: { title: 'x' }, paths: {}, ...document })
  return importDocument(new TextEncoder().encode(text), 'api.yaml', options).diagnostics.map(({ code }) => code)
}

describe('import codes', () => {
  const source = readFileSync(new URL('import-codes.ts', import.meta.url), 'utf8')
  const documented = [...source.matchAll(/\/\*\* [^*]+\*\/\n {2}\| '(import\/[a-z-]+)'/g)].map((match) => match[1])

  it('are documented each', () => {
    expect(documented.sort()).toEqual(Object.keys(RAISED_BY).sort())
  })

  it.each(Object.entries(RAISED_BY))('%s is raised', (code, document) => {
    expect(codesOf(document)).toContain(code)
  })

  it('are not raised by a document without a fault', () => {
    expect(codesOf({})).toEqual([])
  })

  it('say of each thing of the document what became of it, but for what is about the API as a whole', () => {
    const without = Object.keys(RAISED_BY).filter((code) => !(code in OUTCOMES))
    expect(without).toEqual([
      'import/format-unknown',
      'import/version-unknown',
      'import/method-without-integration',
      'import/integration-incomplete',
      'import/over-quota',
      'import/api-without-stage',
      'import/permission-missing',
      'import/no-api',
      'import/script-syntax',
      'import/command-hint',
    ])
  })
})

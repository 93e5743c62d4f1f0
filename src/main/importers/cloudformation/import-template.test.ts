import { describe, expect, it } from 'vitest'
import { importDocument } from '../import-document'

function read(text: string, parameters: Readonly<Record<string, string>> = {}) {
  return importDocument(new TextEncoder().encode(text), 'shop.template.yaml', { parameters })
}

const APIS = `Parameters:
  Kind: {Type: String, Default: both}
Conditions:
  HasHttp: !Equals [!Ref Kind, both]
Resources:
  Rest: {Type: AWS::ApiGateway::RestApi, Properties: {Name: Orders}}
  Http: {Type: AWS::ApiGatewayV2::Api, Condition: HasHttp, Properties: {Name: Shop, ProtocolType: HTTP, Target: 'https://example.com'}}
`

describe('importTemplate', () => {
  it('makes one design of several APIs, named after the file', () => {
    const { design } = read(APIS)
    expect([design?.name, design?.apis.map(({ name, protocolType }) => `${protocolType} ${name}`)]).toEqual([
      'shop',
      ['REST Orders', 'HTTP Shop'],
    ])
  })

  it('reads a template again with other values of its parameters', () => {
    const { design, parameters } = read(APIS, { Kind: 'rest' })
    expect([design?.name, parameters]).toEqual([
      'Orders',
      [{ name: 'Kind', type: 'String', value: 'rest', source: 'given' }],
    ])
  })

  it('counts what is no part of an API by its type, and names what may hold one', () => {
    const { diagnostics } = read(`${APIS}  A: {Type: AWS::S3::Bucket}
  B: {Type: AWS::S3::Bucket}
  Nested: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://bucket.example/api.yaml'}}
  Module: {Type: Shop::Api::Public::MODULE}
  New: {Type: AWS::ApiGateway::Something}
  Meta: {Type: AWS::CDK::Metadata}
`)
    const said = diagnostics.filter(({ range }) => (range?.line ?? 0) > 7)
    expect(said.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'info 2 resources of the type AWS::S3::Bucket are left out: they are no part of an API.',
      'warning Nested is left out: what it nests is another template ("https://bucket.example/api.yaml"). Import that template on its own to see its APIs.',
      'warning Module is left out: the module Shop::Api::Public::MODULE is registered in an account only. Import a template in which its resources stand.',
      'warning New is left out: a design has no place for the type AWS::ApiGateway::Something.',
    ])
  })

  it('reads the resources of a guide without the section around them', () => {
    const { format, design, diagnostics } = read(`OrderAPI:
  Type: AWS::ApiGatewayV2::Api
  Properties: {Name: Orders, ProtocolType: HTTP}
Login:
  Type: AWS::ApiGatewayV2::Authorizer
  Properties:
    ApiId: !Ref OrderAPI
    AuthorizerType: JWT
    IdentitySource: [$request.header.Authorization]
    JwtConfiguration: {Audience: [a], Issuer: 'https://issuer.example'}
`)
    expect([format, design?.apis.map(({ authorizers }) => Object.keys(authorizers))]).toEqual([
      'CloudFormation template',
      [['Login']],
    ])
    expect(diagnostics.map(({ code, pointer, range }) => `${code} ${pointer} ${range?.line}`)).toEqual([
      'import/value-assumed  1',
      'import/api-without-stage /OrderAPI 1',
      'import/value-assumed /Login/Properties 6',
    ])
  })

  it('says of each section what becomes of it', () => {
    const { diagnostics } = read(`${APIS}Outputs: {Url: {Value: !Ref Rest}}\nTransform: [OwnMacro]\nExtra: 1\n`)
    expect(diagnostics.filter(({ range }) => (range?.line ?? 0) > 7).map(({ message }) => message)).toEqual([
      '"Outputs" of the template is left out: a design has none. What they would say of an API is shown when it runs.',
      'The macro "OwnMacro" is not run: macros run in an account. What it would make of the template is not read.',
      '"Extra" of the template is left out: templates have no such section.',
    ])
  })

  it('points to the source of what conditions chose', () => {
    const { diagnostics } = read(
      `Conditions: {On: !Equals [a, a]}\nResources:\n  Api:\n    Type: AWS::ApiGatewayV2::Api\n    Properties: !If\n      - On\n      - Name: x\n        Colour: red\n        ProtocolType: HTTP\n      - {}\n`,
    )
    const found = diagnostics.find(({ message }) => message.includes('Colour'))
    expect([found?.pointer, found?.range]).toEqual([
      '/Resources/Api/Properties/Fn::If/1/Colour',
      { line: 8, column: 9 },
    ])
  })
})

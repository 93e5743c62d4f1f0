import { describe, expect, it } from 'vitest'
import { REST_HANDLERS } from '../rest/rest-handlers'
import { V2_HANDLERS } from '../v2/v2-handlers'
import { operationsOf } from './all-operations'
import { commandsOf, optionOf } from './cli-names'
import { readShapes } from './read-shapes'
import { wireRequest } from './wire-request'

describe('the table of operations', () => {
  it('has all of the three services', () => {
    expect([
      operationsOf('apigateway').size,
      operationsOf('apigatewayv2').size,
      operationsOf('apigatewaymanagementapi').size,
    ]).toEqual([124, 103, 3])
  })

  it('has a line for every operation that is played, which are all but those that need a gateway or are not about APIs', () => {
    const unplayed = (service: 'apigateway' | 'apigatewayv2', handlers: object) =>
      [...operationsOf(service).keys()].filter((name) => !Object.hasOwn(handlers, name))
    expect(Object.keys(REST_HANDLERS).filter((name) => !operationsOf('apigateway').has(name))).toEqual([])
    expect(Object.keys(V2_HANDLERS).filter((name) => !operationsOf('apigatewayv2').has(name))).toEqual([])
    expect(unplayed('apigateway', REST_HANDLERS)).toEqual([
      'CreateDocumentationVersion',
      'CreateDomainNameAccessAssociation',
      'DeleteDocumentationVersion',
      'DeleteDomainNameAccessAssociation',
      'GetDocumentationVersion',
      'GetDocumentationVersions',
      'GetDomainNameAccessAssociations',
      'GetModelTemplate',
      'GetSdk',
      'GetSdkType',
      'GetSdkTypes',
      'ImportDocumentationParts',
      'RejectDomainNameAccessAssociation',
      'TestInvokeAuthorizer',
      'TestInvokeMethod',
      'UpdateDocumentationVersion',
      'UpdateUsage',
    ])
    expect(unplayed('apigatewayv2', V2_HANDLERS).filter((name) => !/Portal|Product/.test(name))).toEqual([
      'GetModelTemplate',
    ])
  })

  it('calls commands and options as the command line does', () => {
    const put = commandsOf('apigateway').get('put-integration')!
    const create = commandsOf('apigateway').get('create-rest-api')!
    expect([
      put.members.map((member) => optionOf(put, member)).slice(0, 6),
      create.members.map((member) => optionOf(create, member))[2],
    ]).toEqual([
      ['--rest-api-id', '--resource-id', '--http-method', '--type', '--integration-http-method', '--uri'],
      '--api-version',
    ])
    const authorizer = commandsOf('apigateway').get('create-authorizer')!
    expect(authorizer.members.map((member) => optionOf(authorizer, member))).toContain('--provider-arns')
  })

  it('makes requests: path, query, headers and body', () => {
    const operations = operationsOf('apigateway')
    expect([
      wireRequest(operations.get('GetExport')!, {
        restapi_id: 'a',
        stage_name: 'b c',
        export_type: 'oas30',
        parameters: { extensions: 'x' },
        Accept: 'y',
      }),
      wireRequest(operations.get('ImportRestApi')!, { body: 'text', failonwarnings: true }),
      wireRequest(operations.get('UntagResource')!, { resource_arn: 'arn:aws:x/y', tagKeys: ['a', 'b'] }),
      wireRequest(operations.get('GenerateClientCertificate')!, {}),
    ]).toEqual([
      {
        method: 'GET',
        path: '/restapis/a/stages/b%20c/exports/oas30',
        query: [['extensions', 'x']],
        headers: { Accept: 'y' },
        body: { kind: 'none' },
      },
      {
        method: 'POST',
        path: '/restapis',
        query: [
          ['mode', 'import'],
          ['failonwarnings', 'true'],
        ],
        headers: {},
        body: { kind: 'raw', value: 'text' },
      },
      {
        method: 'DELETE',
        path: '/tags/arn%3Aaws%3Ax%2Fy',
        query: [
          ['tagKeys', 'a'],
          ['tagKeys', 'b'],
        ],
        headers: {},
        body: { kind: 'none' },
      },
      { method: 'POST', path: '/clientcertificates', query: [], headers: {}, body: { kind: 'json', value: {} } },
    ])
  })

  it('reads shapes that hold themselves', () => {
    const shapes = readShapes('Colour = red green\nTree {} name!\n  ?children:[Tree] leaf=Leaf:{Colour}', (name) =>
      name.toUpperCase(),
    )
    const [name, children, leaf] = shapes.structure('Tree').members
    expect(name).toEqual({
      name: 'name',
      clientName: 'NAME',
      place: 'body',
      isRequired: true,
      shape: { kind: 'string' },
    })
    expect([children?.place, children?.shape.kind === 'list' && children.shape.of]).toEqual([
      'query',
      shapes.structure('Tree'),
    ])
    expect([leaf?.clientName, leaf?.shape]).toEqual([
      'Leaf',
      { kind: 'map', of: { kind: 'string', values: ['red', 'green'] } },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { ORDERS, restSample, type SampleResource } from './template-sample'

const GET: SampleResource = { ...ORDERS['OrdersGet'], type: 'Method' }

function without(name: string): SampleResource {
  return { type: 'Method', ...Object.fromEntries(Object.entries(GET).filter(([member]) => member !== name)) }
}

/** GET / of a template in which its method has other properties, and what was said of it. */
function read(properties: Readonly<Record<string, unknown>>, others: Readonly<Record<string, SampleResource>> = {}) {
  const { api, said } = restSample({ ...ORDERS, ...others, OrdersGet: { ...GET, ...properties } })
  return { method: api.resources['/']?.methods.GET, said, paths: Object.keys(api.resources) }
}

const PLAIN = { authorizationType: 'NONE', apiKeyRequired: false, methodResponses: [] }
const MOCK = { type: 'MOCK', integrationResponses: [] }

describe('a method of a template', () => {
  it('may be without an integration, which cannot be deployed', () => {
    expect(read({ Integration: undefined }).said).toEqual([
      'error import/wrong-type /Resources/OrdersGet/Properties/Integration: The integration of GET / (OrdersGet) is nothing and left out. It must be an object.',
    ])
    const { said } = restSample({ ...ORDERS, OrdersGet: without('Integration') })
    expect(said).toEqual([
      'warning import/method-without-integration /Resources/OrdersGet/Properties: GET / (OrdersGet) has no "Integration". AWS refuses to deploy it: No integration defined for method. Add one; the type MOCK answers without a backend.',
    ])
  })

  it('says what its integration lacks', () => {
    expect(read({ Integration: { Type: 'HTTP' } }).said).toEqual([
      'warning import/integration-incomplete /Resources/OrdersGet/Properties/Integration: The integration of GET / (OrdersGet) has no "IntegrationHttpMethod". Give it the verb of the backend call.',
      'warning import/integration-incomplete /Resources/OrdersGet/Properties/Integration: The integration of GET / (OrdersGet) has no "Uri". Give it where the request goes.',
    ])
    expect(read({ Integration: {} }).said).toEqual([
      'error import/integration-incomplete /Resources/OrdersGet/Properties/Integration: The integration of GET / (OrdersGet) has no "Type" and is left out. Write one of AWS, AWS_PROXY, HTTP, HTTP_PROXY, MOCK.',
    ])
    expect(read({ Integration: { Type: 'MOCK', IntegrationResponses: [{}] } }).said).toEqual([
      'error import/integration-incomplete /Resources/OrdersGet/Properties/Integration/IntegrationResponses/0: A response of the integration of GET / (OrdersGet) has no "StatusCode" and is left out. Give it the status that clients get.',
    ])
  })

  it('may say HttpMethod for the verb of the backend call, with the right word in the report', () => {
    const Integration = { Type: 'HTTP_PROXY', HttpMethod: 'get', Uri: 'https://example.com' }
    expect(read({ Integration })).toEqual({
      method: {
        ...PLAIN,
        integration: { type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'https://example.com', integrationResponses: [] },
      },
      said: [
        'error import/value-assumed /Resources/OrdersGet/Properties/Integration/HttpMethod: "HttpMethod" of the integration of GET / (OrdersGet) is read as "IntegrationHttpMethod", which is its name in CloudFormation. Rename it: AWS refuses the template as it is.',
      ],
      paths: ['/'],
    })
  })

  it('keeps references to what is not there, but for a validator', () => {
    const { method, said } = read({
      AuthorizationType: 'CUSTOM',
      AuthorizerId: 'abc123',
      RequestValidatorId: 'def456',
      RequestModels: { 'application/json': 'Order', 'text/plain': 'Empty' },
    })
    expect(method).toEqual({
      ...PLAIN,
      authorizationType: 'CUSTOM',
      authorizerId: 'abc123',
      requestModels: { 'application/json': 'Order', 'text/plain': 'Empty' },
      integration: MOCK,
    })
    expect(said.map((line) => line.split(':')[0])).toEqual([
      'warning import/outside-template /Resources/OrdersGet/Properties/AuthorizerId',
      'warning import/validator-unknown /Resources/OrdersGet/Properties/RequestValidatorId',
      'warning import/outside-template /Resources/OrdersGet/Properties/RequestModels',
    ])
  })

  it('is open or signed when its authorization type says so, whatever stands beside it', () => {
    const { method, said } = read({ AuthorizerId: 'abc123', AuthorizationScopes: ['read'] })
    expect(method).toEqual({ ...PLAIN, integration: MOCK })
    expect(said).toEqual([
      'warning import/not-carried /Resources/OrdersGet/Properties/AuthorizerId: "AuthorizerId" of method OrdersGet is left out: it means nothing with the authorization type NONE, by which everybody may call it.',
      'warning import/not-carried /Resources/OrdersGet/Properties/AuthorizationScopes: "AuthorizationScopes" of method OrdersGet is left out: it means nothing with the authorization type NONE, by which everybody may call it.',
    ])
  })

  it('is drawn under the name of its resource when that is not in the template', () => {
    const { paths, said } = read({ ResourceId: '${OrdersResource}' })
    expect(paths).toEqual(['/OrdersResource'])
    expect(said).toEqual([
      'warning import/outside-template /Resources/OrdersGet/Properties/ResourceId: Method OrdersGet belongs to the resource ${OrdersResource}, which this template does not define. It is drawn as /OrdersResource, because its path stands elsewhere.',
    ])
  })

  it('may name the API where its root belongs, or no resource at all', () => {
    expect(read({ ResourceId: '@Orders' }).said).toEqual([
      'error import/value-assumed /Resources/OrdersGet/Properties/ResourceId: "ResourceId" of method OrdersGet is the API itself. It is read as the root resource. Write !GetAtt Orders.RootResourceId.',
    ])
    const { api, said } = restSample({ ...ORDERS, OrdersGet: without('ResourceId') })
    expect([Object.keys(api.resources), said.map((line) => line.split(':')[0])]).toEqual([
      ['/'],
      ['error import/value-assumed /Resources/OrdersGet/Properties'],
    ])
  })

  it('is left out when its verb is none, or is there already', () => {
    const { api, said } = restSample({
      ...ORDERS,
      Again: { ...GET, Integration: { Type: 'HTTP_PROXY' } },
      Odd: { ...GET, HttpMethod: 'LOOK' },
    })
    expect(api.resources).toEqual({ '/': { methods: { GET: { ...PLAIN, integration: MOCK } } } })
    expect(said.filter((line) => !line.includes('integration-incomplete'))).toEqual([
      'error import/resource-repeated /Resources/Again/Properties: Method Again is left out: Method already exists for this resource. GET / is there already; remove one of the two.',
      'error import/value-unknown /Resources/Odd/Properties: Method Odd has the "HttpMethod" "LOOK" and is left out. Write one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, ANY.',
    ])
  })

  it('belongs to the only API when it does not say to which', () => {
    const { api, said } = restSample({ ...ORDERS, OrdersGet: without('RestApiId') })
    expect(Object.keys(api.resources)).toEqual(['/'])
    expect(said).toEqual([
      'error import/value-assumed /Resources/OrdersGet/Properties: Method OrdersGet has no "RestApiId", which AWS demands. It is read as a part of Orders. Write RestApiId: !Ref Orders.',
    ])
  })
})

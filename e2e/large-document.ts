const RESOURCES = 500
const VERBS = ['get', 'post', 'put', 'delete']
const FIELDS = 12

/** An OpenAPI document of 2,000 operations and a little over 2 MB, every one with an integration, a parameter and a schema. */
export function largeDocument(): string {
  const services = Array.from({ length: RESOURCES }, (_, index) => index)
  return JSON.stringify(
    {
      openapi: '3.0.1',
      info: { title: 'Large', version: '1' },
      paths: Object.fromEntries(services.map((index) => [`/service-${index}/{id}`, operationsOf(index)])),
      components: { schemas: Object.fromEntries(services.map((index) => [`Item${index}`, schemaOf(index)])) },
    },
    null,
    1,
  )
}

function operationsOf(service: number): object {
  return Object.fromEntries(VERBS.map((verb) => [verb, operationOf(verb, service)]))
}

function operationOf(verb: string, service: number): object {
  const schema = { $ref: `#/components/schemas/Item${service}` }
  const content = { 'application/json': { schema } }
  return {
    operationId: `${verb}Service${service}`,
    summary: `${verb} one item of service ${service}, which keeps what its callers gave it`,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    ...((verb === 'post' || verb === 'put') && { requestBody: { required: true, content } }),
    responses: { '200': { description: 'The item', content }, '404': { description: 'There is no such item' } },
    'x-amazon-apigateway-integration': {
      type: 'http_proxy',
      httpMethod: verb.toUpperCase(),
      uri: `https://service-${service}.example.com/{id}`,
      requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
      passthroughBehavior: 'when_no_match',
      timeoutInMillis: 20_000,
    },
  }
}

function schemaOf(service: number): object {
  const names = Array.from({ length: FIELDS }, (_, index) => `field${index}`)
  const property = { type: 'string', description: `What callers of service ${service} wrote here`, maxLength: 200 }
  return { type: 'object', required: ['field0'], properties: Object.fromEntries(names.map((name) => [name, property])) }
}

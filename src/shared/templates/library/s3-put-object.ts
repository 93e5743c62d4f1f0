import type { LibraryTemplate } from './library-template'

/** An object in S3 under a key that the template makes. */
export const s3PutObject: LibraryTemplate = {
  id: 's3-put-object',
  name: 'S3 PutObject with its own key',
  group: 'AWS services',
  description:
    'Stores the body under a key made of the customer and the request id: the override takes the place of {key} in the URI. ' +
    'Braces end the name where a dot follows.',
  source: `#set($customer = $input.path('$.customerId'))
#set($context.requestOverride.path.key = "orders/$customer/\${context.requestId}.json")
$input.body`,
  profile: 'apigw',
  event: {
    body: '{ "customerId": "CUST000142", "total": 61.5 }',
    context: { requestId: '5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e' },
  },
  expected: {
    output: '{ "customerId": "CUST000142", "total": 61.5 }',
    requestOverride: {
      path: { key: 'orders/CUST000142/5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e.json' },
      querystring: {},
      header: {},
    },
  },
  where: 'request',
  contentType: 'application/json',
  integration: {
    type: 'AWS',
    httpMethod: 'PUT',
    uri: 'arn:aws:apigateway:us-east-1:s3:path/order-archive/{key}',
    requestParameters: { 'integration.request.path.key': "'unnamed'" },
  },
}

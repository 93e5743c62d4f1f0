import type { LibraryTemplate } from './library-template'

/** A record in a Kinesis stream. */
export const kinesisPutRecord: LibraryTemplate = {
  id: 'kinesis-put-record',
  name: 'Kinesis PutRecord',
  group: 'AWS services',
  description:
    'Puts the body into a stream. The data is base64; records of one customer stay in order because the partition key is theirs.',
  source: `{
  "StreamName": "orders",
  "Data": "$util.base64Encode($input.json('$'))",
  "PartitionKey": $input.json('$.customerId')
}
`,
  profile: 'apigw',
  event: { body: '{ "customerId": "CUST000142", "city": "Zürich" }' },
  expected: {
    output: `{
  "StreamName": "orders",
  "Data": "eyJjdXN0b21lcklkIjoiQ1VTVDAwMDE0MiIsImNpdHkiOiJaw7xyaWNoIn0=",
  "PartitionKey": "CUST000142"
}
`,
  },
  where: 'request',
  contentType: 'application/json',
  integration: {
    type: 'AWS',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:kinesis:action/PutRecord',
    requestParameters: { 'integration.request.header.Content-Type': "'application/x-amz-json-1.1'" },
    passthroughBehavior: 'NEVER',
  },
}

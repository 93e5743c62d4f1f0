import type { LibraryTemplate } from './library-template'

/** A message by the JSON protocol of SQS. */
export const sqsSendMessageJson: LibraryTemplate = {
  id: 'sqs-send-message-json',
  name: 'SQS SendMessage, JSON protocol',
  group: 'AWS services',
  description:
    'Puts the whole body into a queue by the JSON protocol, as a text within JSON. The action stands in the header X-Amz-Target.',
  source: `{
  "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/orders",
  "MessageBody": "$util.escapeJavaScript($input.body).replaceAll("\\\\'", "'")"
}
`,
  profile: 'apigw',
  event: { body: '{ "orderId": "A-1", "note": "the neighbour\'s\\ndoor" }' },
  expected: {
    output: `{
  "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/orders",
  "MessageBody": "{ \\"orderId\\": \\"A-1\\", \\"note\\": \\"the neighbour's\\\\ndoor\\" }"
}
`,
  },
  where: 'request',
  contentType: 'application/json',
  integration: {
    type: 'AWS',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders',
    requestParameters: {
      'integration.request.header.Content-Type': "'application/x-amz-json-1.0'",
      'integration.request.header.X-Amz-Target': "'AmazonSQS.SendMessage'",
    },
    passthroughBehavior: 'NEVER',
  },
}

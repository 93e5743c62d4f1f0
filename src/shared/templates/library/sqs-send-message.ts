import type { LibraryTemplate } from './library-template'

/** A message by the query protocol of SQS. */
export const sqsSendMessage: LibraryTemplate = {
  id: 'sqs-send-message',
  name: 'SQS SendMessage',
  group: 'AWS services',
  description:
    'Puts the whole body into a queue by the query protocol. The Content-Type of the integration request must say that it is a form.',
  source: `Action=SendMessage&MessageBody=$util.urlEncode($input.body)&MessageAttribute.1.Name=requestId&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=$util.urlEncode($context.requestId)`,
  profile: 'apigw',
  event: {
    body: '{ "orderId": "A-1", "note": "50 % off & more" }',
    context: { requestId: '5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e' },
  },
  expected: {
    output:
      'Action=SendMessage&MessageBody=%7B+%22orderId%22%3A+%22A-1%22%2C+%22note%22%3A+%2250+%25+off+%26+more%22+%7D&MessageAttribute.1.Name=requestId&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e',
  },
  where: 'request',
  contentType: 'application/json',
  integration: {
    type: 'AWS',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders',
    requestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
    passthroughBehavior: 'NEVER',
  },
}

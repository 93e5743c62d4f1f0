import type { LibraryTemplate } from './library-template'

/** A notification by the query protocol of SNS. */
export const snsPublish: LibraryTemplate = {
  id: 'sns-publish',
  name: 'SNS Publish',
  group: 'AWS services',
  description: 'Publishes the body to a topic, with a subject from a header. Every value of a form must be encoded.',
  source: `#set($topic = "arn:aws:sns:us-east-1:123456789012:order-events")
Action=Publish&TopicArn=$util.urlEncode($topic)&Subject=$util.urlEncode($input.params("X-Subject"))&Message=$util.urlEncode($input.body)`,
  profile: 'apigw',
  event: { body: '{ "orderId": "A-1" }', params: { header: { 'X-Subject': 'Order placed' } } },
  expected: {
    output:
      'Action=Publish&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A123456789012%3Aorder-events&Subject=Order+placed&Message=%7B+%22orderId%22%3A+%22A-1%22+%7D',
  },
  where: 'request',
  contentType: 'application/json',
  integration: {
    type: 'AWS',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:sns:action/Publish',
    requestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
    passthroughBehavior: 'NEVER',
  },
}

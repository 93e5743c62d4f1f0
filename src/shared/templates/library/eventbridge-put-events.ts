import type { LibraryTemplate } from './library-template'

/** An event on an event bus. */
export const eventbridgePutEvents: LibraryTemplate = {
  id: 'eventbridge-put-events',
  name: 'EventBridge PutEvents',
  group: 'AWS services',
  description:
    'Sends the body as the detail of an event: a text within JSON. PutEvents answers 200 also when an entry failed; look at ' +
    'FailedEntryCount in the response template.',
  source: `{
  "Entries": [
    {
      "Source": "shop.orders",
      "DetailType": "OrderPlaced",
      "Detail": "$util.escapeJavaScript($input.json('$')).replaceAll("\\\\'", "'")",
      "EventBusName": "shop"
    }
  ]
}
`,
  profile: 'apigw',
  event: { body: '{ "orderId": "A-1", "customer": "O\'Neil" }' },
  expected: {
    output: `{
  "Entries": [
    {
      "Source": "shop.orders",
      "DetailType": "OrderPlaced",
      "Detail": "{\\"orderId\\":\\"A-1\\",\\"customer\\":\\"O'Neil\\"}",
      "EventBusName": "shop"
    }
  ]
}
`,
  },
  where: 'request',
  contentType: 'application/json',
  integration: {
    type: 'AWS',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:events:action/PutEvents',
    requestParameters: {
      'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
      'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
    },
    passthroughBehavior: 'NEVER',
  },
}

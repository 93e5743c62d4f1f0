import type { LibraryTemplate } from './library-template'

/** Rows of one customer, a page at a time. */
export const dynamodbQuery: LibraryTemplate = {
  id: 'dynamodb-query',
  name: 'DynamoDB Query',
  group: 'AWS services',
  description:
    'Asks for the rows of one customer, newest first, as many as the query string says when that is a number. Values go into ' +
    'ExpressionAttributeValues, never into the expression itself.',
  source: `#set($limit = $input.params("limit"))
#if(!$limit.matches("[1-9][0-9]?"))
#set($limit = 20)
#end
{
  "TableName": "Orders",
  "IndexName": "by-customer",
  "KeyConditionExpression": "customerId = :customerId",
  "ExpressionAttributeValues": {
    ":customerId": { "S": "$util.escapeJavaScript($input.params("customerId"))" }
  },
  "ScanIndexForward": false,
  "Limit": $limit
}
`,
  profile: 'apigw',
  event: { body: null, params: { path: { customerId: 'CUST000142' }, querystring: { limit: '10, "x": 1' } } },
  expected: {
    output: `{
  "TableName": "Orders",
  "IndexName": "by-customer",
  "KeyConditionExpression": "customerId = :customerId",
  "ExpressionAttributeValues": {
    ":customerId": { "S": "CUST000142" }
  },
  "ScanIndexForward": false,
  "Limit": 20
}
`,
  },
  where: 'request',
  contentType: 'application/json',
  integration: {
    type: 'AWS',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:dynamodb:action/Query',
  },
}

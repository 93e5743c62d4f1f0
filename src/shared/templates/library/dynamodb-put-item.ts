import type { LibraryTemplate } from './library-template'

/** A row in DynamoDB. */
export const dynamodbPutItem: LibraryTemplate = {
  id: 'dynamodb-put-item',
  name: 'DynamoDB PutItem',
  group: 'AWS services',
  description:
    'Writes a row whose key is the request id and refuses to write over one. Numbers are texts to DynamoDB: { "N": "61" }. Check the ' +
    'body with a model before: what stands between quotes here is taken as it comes.',
  source: `#set($order = $input.path('$'))
{
  "TableName": "Orders",
  "Item": {
    "orderId": { "S": "$context.requestId" },
    "customerId": { "S": $input.json('$.customerId') },
    "total": { "N": "$order.total" },
    "gift": { "BOOL": #if($order.gift == true)true#{else}false#end },
    "skus": { "L": [#foreach($sku in $order.skus){ "S": "$util.escapeJavaScript($sku).replaceAll("\\\\'", "'")" }#if($foreach.hasNext), #end#end] }
  },
  "ConditionExpression": "attribute_not_exists(orderId)"
}
`,
  profile: 'apigw',
  event: {
    body: '{ "customerId": "CUST000142", "total": 61.5, "gift": true, "skus": ["SKU-8841", "SKU-1207"] }',
    context: { requestId: '5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e' },
  },
  expected: {
    output: `{
  "TableName": "Orders",
  "Item": {
    "orderId": { "S": "5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e" },
    "customerId": { "S": "CUST000142" },
    "total": { "N": "61.5" },
    "gift": { "BOOL": true },
    "skus": { "L": [{ "S": "SKU-8841" }, { "S": "SKU-1207" }] }
  },
  "ConditionExpression": "attribute_not_exists(orderId)"
}
`,
  },
  where: 'request',
  contentType: 'application/json',
  integration: {
    type: 'AWS',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:dynamodb:action/PutItem',
    passthroughBehavior: 'NEVER',
  },
}

import type { LibraryTemplate } from './library-template'

/** Rows of DynamoDB as plain JSON. */
export const dynamodbItems: LibraryTemplate = {
  id: 'dynamodb-items',
  name: 'DynamoDB rows to JSON',
  group: 'AWS services',
  description:
    'The answer to a Query or Scan without the types around each value. An attribute that a row lacks prints nothing: ask for it with ' +
    '#if where a number must stand.',
  source: `#set($answer = $input.path('$'))
{
  "count": $answer.Count,
  "orders": [
#foreach($row in $answer.Items)
    {
      "id": "$row.orderId.S",
      "total": #if($row.total.N != "")$row.total.N#{else}null#end,
      "gift": #if($row.gift.BOOL == true)true#{else}false#end

    }#if($foreach.hasNext),#end

#end
  ]
}
`,
  profile: 'apigw',
  event: {
    body: `{
  "Count": 2,
  "Items": [
    { "orderId": { "S": "A-1" }, "total": { "N": "61.5" }, "gift": { "BOOL": true } },
    { "orderId": { "S": "A-2" } }
  ]
}`,
  },
  expected: {
    output: `{
  "count": 2,
  "orders": [
    {
      "id": "A-1",
      "total": 61.5,
      "gift": true
    },
    {
      "id": "A-2",
      "total": null,
      "gift": false
    }
  ]
}
`,
  },
  where: 'response',
  contentType: 'application/json',
}

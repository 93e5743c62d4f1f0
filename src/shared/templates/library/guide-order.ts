import type { LibraryTemplate } from './library-template'

/** The order of guide 000, for a backend that takes commands. */
export const guideOrder: LibraryTemplate = {
  id: 'guide-order',
  name: 'Order for a legacy backend',
  group: 'Guide examples',
  description:
    'Wraps an order in an operation and renames its fields. A line without a price leaves a gap where a number must stand: ' +
    'the output is no JSON then, which the service does not tell you.',
  source: `## An order, as the backend's command CREATE_ORDER
#set($inputRoot = $input.path('$'))
{
  "operation": "CREATE_ORDER",
  "payload": {
    "customer": {
      "id": "$inputRoot.customerId"
    },
    "orderLines": [
#foreach($item in $inputRoot.items)
      {
        "sku": "$item.productId",
        "qty": $item.quantity,
        "price": $item.unitPrice
      }#if($foreach.hasNext),#end

#end
    ],
    "total": $inputRoot.totalAmount,
    "timestamp": $context.requestTimeEpoch
  }
}
`,
  profile: 'apigw',
  event: {
    body: `{
  "customerId": "CUST000142",
  "items": [
    { "productId": "SKU-8841", "quantity": 2, "unitPrice": 24.50 },
    { "productId": "SKU-1207", "quantity": 1, "unitPrice": 12.00 }
  ],
  "totalAmount": 61.00
}`,
    context: { requestTimeEpoch: 1793282531482 },
  },
  expected: {
    output: `{
  "operation": "CREATE_ORDER",
  "payload": {
    "customer": {
      "id": "CUST000142"
    },
    "orderLines": [
      {
        "sku": "SKU-8841",
        "qty": 2,
        "price": 24.5
      },
      {
        "sku": "SKU-1207",
        "qty": 1,
        "price": 12.0
      }
    ],
    "total": 61.0,
    "timestamp": 1793282531482
  }
}
`,
  },
  where: 'request',
  contentType: 'application/json',
}

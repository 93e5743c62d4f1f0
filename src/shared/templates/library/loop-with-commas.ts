import type { LibraryTemplate } from './library-template'

/** A list, with a comma between its items and none after the last. */
export const loopWithCommas: LibraryTemplate = {
  id: 'loop-with-commas',
  name: 'Loop with commas',
  group: 'Shaping JSON',
  description:
    'Goes through a list with a comma after every item but the last. The empty line after #end keeps the line break that ' +
    'the directive would swallow. A template runs through 1,000 rounds at most.',
  source: `#set($orders = $input.path('$.orders'))
{
  "count": $orders.size(),
  "orders": [
#foreach($order in $orders)
    { "position": $foreach.count, "id": "$order.id", "total": $order.total }#if($foreach.hasNext),#end

#end
  ]
}
`,
  profile: 'apigw',
  event: {
    body: '{ "orders": [{ "id": "A-1", "total": 10 }, { "id": "A-2", "total": 7.25 }, { "id": "A-3", "total": 0 }] }',
  },
  expected: {
    output: `{
  "count": 3,
  "orders": [
    { "position": 1, "id": "A-1", "total": 10 },
    { "position": 2, "id": "A-2", "total": 7.25 },
    { "position": 3, "id": "A-3", "total": 0 }
  ]
}
`,
  },
  where: 'response',
  contentType: 'application/json',
}

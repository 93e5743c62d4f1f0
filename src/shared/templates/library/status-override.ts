import type { LibraryTemplate } from './library-template'

/** Another status than the integration response has. */
export const statusOverride: LibraryTemplate = {
  id: 'status-override',
  name: 'Status override',
  group: 'Answers',
  description:
    'Answers 202 while an order is being worked on and 404 when there is none, though the backend says 200 to everything. The ' +
    'override counts only when the whole template ran.',
  source: `#set($state = $input.path('$.state'))
#if($state == "")
#set($context.responseOverride.status = 404)
{ "message": "There is no such order" }
#elseif($state == "PENDING")
#set($context.responseOverride.status = 202)
#set($context.responseOverride.header.Retry-After = "5")
$input.json('$')
#else
$input.json('$')
#end
`,
  profile: 'apigw',
  event: { body: '{ "orderId": "A-1", "state": "PENDING" }' },
  expected: {
    output: `{"orderId":"A-1","state":"PENDING"}
`,
    responseOverride: { header: { 'Retry-After': '5' }, status: 202 },
  },
  where: 'response',
  contentType: 'application/json',
}

import type { LibraryTemplate } from './library-template'

/** The answer to a browser's preflight, for the origins that may call. */
export const corsPreflight: LibraryTemplate = {
  id: 'cors-preflight',
  name: 'CORS preflight for several origins',
  group: 'Answers',
  description:
    'Answers OPTIONS of a MOCK integration: the header Access-Control-Allow-Origin can name one origin only, so the template ' +
    'repeats the caller’s when it is one of ours.',
  source: `#set($origin = $input.params("Origin"))
#if($origin == "")
#set($origin = $input.params("origin"))
#end
#if($origin.matches("https://([a-z0-9-]+\\.)?example\\.com"))
#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
#set($context.responseOverride.header.Access-Control-Allow-Methods = "GET,POST,OPTIONS")
#set($context.responseOverride.header.Access-Control-Allow-Headers = "Authorization,Content-Type,X-Api-Key")
#set($context.responseOverride.header.Vary = "Origin")
#end
`,
  profile: 'apigw',
  event: { body: null, params: { header: { origin: 'https://shop.example.com' } } },
  expected: {
    output: '',
    responseOverride: {
      header: {
        'Access-Control-Allow-Origin': 'https://shop.example.com',
        'Access-Control-Allow-Methods': 'GET,POST,OPTIONS',
        'Access-Control-Allow-Headers': 'Authorization,Content-Type,X-Api-Key',
        Vary: 'Origin',
      },
    },
  },
  where: 'response',
  contentType: 'application/json',
  integration: {
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 204}' },
    integrationResponses: [{ statusCode: '204' }],
  },
}

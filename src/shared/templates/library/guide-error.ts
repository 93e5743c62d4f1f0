import type { LibraryTemplate } from './library-template'

/** The error answer of guide 000. */
export const guideError: LibraryTemplate = {
  id: 'guide-error',
  name: 'Error to one shape',
  group: 'Guide examples',
  description:
    'Gives every error of a backend the same form, with the request id that support asks for. For the integration responses of ' +
    'error statuses.',
  source: `## What a backend says about its error, in the form that all our errors have
#set($inputRoot = $input.path('$'))
{
  "error": {
    "code": "$inputRoot.errorCode",
    "message": "$inputRoot.errorMessage",
    "requestId": "$context.requestId",
    "timestamp": "$context.requestTimeEpoch"
  }
}
`,
  profile: 'apigw',
  event: {
    body: '{ "errorCode": "OUT_OF_STOCK", "errorMessage": "SKU-8841 is sold out", "host": "10.0.3.17" }',
    context: { requestId: '5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e', requestTimeEpoch: 1793282531482 },
  },
  expected: {
    output: `{
  "error": {
    "code": "OUT_OF_STOCK",
    "message": "SKU-8841 is sold out",
    "requestId": "5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e",
    "timestamp": "1793282531482"
  }
}
`,
  },
  where: 'response',
  contentType: 'application/json',
}

import type { LibraryTemplate } from './library-template'

/** An error thrown by a Lambda function, as an answer with the status it asks for. */
export const functionError: LibraryTemplate = {
  id: 'function-error',
  name: 'Lambda error with its status',
  group: 'Answers',
  description:
    'For functions that throw a JSON text with status and message. The status override decides what the caller gets; an error of ' +
    'any other kind stays hidden behind 500. For an integration response with the pattern .*',
  source: `#set($thrown = $util.parseJson($input.path('$.errorMessage')))
#set($status = $thrown.status)
#if($status == "")
#set($context.responseOverride.status = 500)
{
  "message": "Internal error",
  "requestId": "$context.requestId"
}
#else
#set($context.responseOverride.status = $status)
{
  "message": "$util.escapeJavaScript($thrown.message).replaceAll("\\\\'", "'")",
  "requestId": "$context.requestId"
}
#end
`,
  profile: 'apigw',
  event: {
    body: '{ "errorMessage": "{\\"status\\": 404, \\"message\\": \\"There\'s no order A-9\\"}", "errorType": "Error" }',
    context: { requestId: '5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e' },
  },
  expected: {
    output: `{
  "message": "There's no order A-9",
  "requestId": "5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e"
}
`,
    responseOverride: { header: {}, status: 404 },
  },
  where: 'response',
  contentType: 'application/json',
}

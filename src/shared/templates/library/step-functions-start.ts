import type { LibraryTemplate } from './library-template'

/** A run of a state machine. */
export const stepFunctionsStart: LibraryTemplate = {
  id: 'step-functions-start',
  name: 'Step Functions StartExecution',
  group: 'AWS services',
  description:
    'Starts a state machine with the body as its input: a text within JSON. The request id as its name makes a repeated call ' +
    'start nothing twice.',
  source: `{
  "stateMachineArn": "$stageVariables.stateMachineArn",
  "name": "$context.requestId",
  "input": "$util.escapeJavaScript($input.json('$')).replaceAll("\\\\'", "'")"
}
`,
  profile: 'apigw',
  event: {
    body: '{ "orderId": "A-1", "note": "it\'s urgent" }',
    context: { requestId: '5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e' },
    stageVariables: { stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:fulfil-order' },
  },
  expected: {
    output: `{
  "stateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:fulfil-order",
  "name": "5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e",
  "input": "{\\"orderId\\":\\"A-1\\",\\"note\\":\\"it's urgent\\"}"
}
`,
  },
  where: 'request',
  contentType: 'application/json',
  integration: {
    type: 'AWS',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:states:action/StartExecution',
    passthroughBehavior: 'NEVER',
  },
}

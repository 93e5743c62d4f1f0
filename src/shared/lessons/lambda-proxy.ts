import type { Integration } from '../design/integration'

/** An integration that hands each request to a Lambda function of this name. */
export function lambdaProxy(functionName: string): Partial<Integration> {
  return {
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: lambdaUri(functionName),
  }
}

/** How API Gateway names the invocation of a function. */
export function lambdaUri(functionName: string): string {
  return (
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/' +
    `arn:aws:lambda:us-east-1:123456789012:function:${functionName}/invocations`
  )
}

import type { JsonRecord } from '../json-place'
import { sub } from './intrinsics'
import type { SamContext } from './sam-context'

/** The address by which API Gateway calls a function that is named by its ARN or a function of CloudFormation. */
export function functionUri(context: SamContext, functionArn: unknown): JsonRecord {
  const { partition, region } = context.stack
  const uri = `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/\${__FunctionArn__}/invocations`
  return sub(uri, { __FunctionArn__: functionArn })
}

/** The ARN of something in an API, for permissions: "authorizers/*". */
export function executeApiArn({ stack }: SamContext, apiId: unknown, resource: string): JsonRecord {
  const text = `arn:${stack.partition}:execute-api:${stack.region}:${stack.accountId}:\${__ApiId__}/${resource}`
  return sub(text, { __ApiId__: apiId })
}

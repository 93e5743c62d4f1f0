import { pascalCase } from './logical-id'
import { isPlaceholder } from './placeholders'
import type { TemplateValue } from './template-document'
import type { TemplateParts } from './template-parts'

/**
 * The ARN of a function within a text, with its alias or version. One that a stage variable completes is none: nothing but the deployed
 * API knows it.
 */
const FUNCTION_ARN = /arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:([\w-]+)(?::(\$LATEST|[\w-]+))?(?![\w:$-])/g

/**
 * What an integration's or authorizer's URI calls: "arn:aws:lambda:us-east-1:123456789012:function:create-order:live", or an open
 * reference as "${OrdersFunction.Arn}". Undefined when it names no function for certain.
 */
export function functionArnOf(uri: string | undefined): string | undefined {
  if (uri === undefined) return undefined
  const arn = [...uri.matchAll(FUNCTION_ARN)][0]?.[0]
  if (arn !== undefined) return arn
  const name = /\/functions\/(\$\{[^}]*\})\/(?:response-streaming-)?invocations$/.exec(uri)?.[1] ?? uri
  return isPlaceholder(name) ? name : undefined
}

/** A reference to the parameter for a function: "CreateOrderFunctionArn", its default the ARN that the design has. */
export function functionParameter(parts: TemplateParts, arn: string): TemplateValue {
  if (isPlaceholder(arn)) return placeholderParameter(parts, arn)
  const [, name = '', qualifier = ''] = [...arn.matchAll(FUNCTION_ARN)][0] ?? []
  const words = `${pascalCase(name)}${pascalCase(qualifier)}`
  const description = `ARN of the Lambda function ${name}${qualifier === '' ? '' : `, ${qualifier}`}.`
  return parts.parameter(`${words}FunctionArn`, arn, { Default: arn, Description: description })
}

/** A reference to the parameter for an open reference: "OrdersFunctionArn" for "${OrdersFunction.Arn}". It has no default. */
export function placeholderParameter(parts: TemplateParts, placeholder: string): TemplateValue {
  const name = placeholder.slice(2, -1)
  return parts.parameter(pascalCase(name), placeholder, { Description: `Value of ${name}.` })
}

/** Splits a text at the functions in it; those are at the odd places. */
export function splitAtFunctions(text: string): string[] {
  const pieces: string[] = []
  let end = 0
  for (const match of text.matchAll(FUNCTION_ARN)) {
    pieces.push(text.slice(end, match.index), match[0])
    end = match.index + match[0].length
  }
  return [...pieces, text.slice(end)]
}

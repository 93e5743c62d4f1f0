import type { ExportContext } from './export-context'
import { functionParameter, placeholderParameter, splitAtFunctions } from './function-arn'
import { pascalCase } from './logical-id'
import { isPlaceholder, placeholdersIn, withPlace } from './placeholders'
import type { TemplateValue } from './template-document'
import { literal, sub } from './template-functions'

type Context = Pick<ExportContext, 'design' | 'parts'>

/**
 * The target of an integration or authorizer as it stands in a template: functions become parameters, and the Region and account of the
 * design become those that the stack is made in, as in "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/...".
 */
export function portableUri(context: Context, uri: string): TemplateValue
export function portableUri(context: Context, uri: string | undefined): TemplateValue | undefined
export function portableUri(context: Context, uri: string | undefined): TemplateValue | undefined {
  if (uri === undefined) return undefined
  const { design, parts } = context
  const place = withPlace(uri, design)
  const pieces = splitAtFunctions(place).map((piece, index) =>
    index % 2 === 0 ? openText(context, piece) : inSub(functionParameter(parts, piece), piece),
  )
  const whole = serviceArn(pieces.join(''), design.region, design.accountId)
  // Without references it is a plain text, in which nothing is escaped.
  return whole === literal(place) ? place : sub(whole)
}

/** A text for Fn::Sub in which only the references that were left open are ones. */
function openText({ parts }: Context, text: string): string {
  const values = new Map(placeholdersIn(text).map((each) => [each, inSub(placeholderParameter(parts, each), each)]))
  const names = [...values.keys()]
  if (names.length === 0) return literal(text)
  return text.replaceAll(/\$\{[^}]*\}/g, (whole) => values.get(whole) ?? literal(whole))
}

/** "${Name}" for a reference; of a value that stands as it is, its text. */
function inSub(value: TemplateValue, text: string): string {
  const isReference = typeof value === 'object' && value !== null && 'Ref' in value
  return isReference ? `\${${String(value.Ref)}}` : literal(text)
}

/** The start of an ARN of API Gateway's own service, which every AWS and AWS_PROXY integration has. */
function serviceArn(text: string, region: string, accountId: string): string {
  const start = `arn:aws:apigateway:${region}:`
  if (!text.startsWith(start)) return text
  const rest = text.slice(start.length).replace(`:path/${accountId}/`, ':path/${AWS::AccountId}/')
  return `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:${rest}`
}

/** ARN of a role, user pool ...: what its parameter is called and what it is. */
export interface ArnParameter {
  /** Put behind the name that the ARN ends with: "RoleArn". */
  readonly suffix: string
  /** "role that API Gateway calls the integration with". */
  readonly what: string
}

/** An ARN that differs per environment as a parameter; one with wildcards or stage variables stays as it is. */
export function arnParameter(
  context: Context,
  arn: string | undefined,
  { suffix, what }: ArnParameter,
): TemplateValue | undefined {
  if (arn === undefined) return undefined
  if (isPlaceholder(arn)) return placeholderParameter(context.parts, arn)
  const place = withPlace(arn, context.design)
  if (!/^arn:[^*${}]+$/.test(place)) return portableUri(context, place)
  const name = place.slice(place.search(/[^/:]+$/))
  return context.parts.parameter(`${pascalCase(name)}${suffix}`, `${suffix} ${place}`, {
    Default: place,
    Description: `ARN of the ${what}.`,
  })
}

export const ROLE = { suffix: 'RoleArn', what: 'role that API Gateway makes calls with' } as const
export const USER_POOL = { suffix: 'UserPoolArn', what: 'Cognito user pool that signs tokens' } as const

import { problemOfHandler } from '@shared/design/handler-rule'
import type { AuthorizerType } from '@shared/design/authorizer'

const HEADER = /^method\.request\.header\.[^\s,]+$/
const SOURCE = /^(method\.request\.(header|querystring)|stageVariables|context)\.[^\s,]+$/

/** Source: rest-api.md 7.1. */
export function problemOfIdentitySource(type: AuthorizerType, text: string): string | undefined {
  if (text === '') return undefined
  if (type === 'TOKEN') return HEADER.test(text) ? undefined : 'One header, as in method.request.header.Authorization'
  const odd = text
    .split(',')
    .map((part) => part.trim())
    .find((part) => !SOURCE.test(part))
  return odd === undefined
    ? undefined
    : `"${odd}" must be method.request.header.X, method.request.querystring.X, stageVariables.X or context.X`
}

/** A regular expression; the service reads it as Java does, which differs in corners only. */
export function problemOfPattern(text: string): string | undefined {
  try {
    RegExp(text)
    return undefined
  } catch {
    return 'This is not a regular expression'
  }
}

export function problemOfUri(text: string): string | undefined {
  return text === '' || /^arn:aws[\w-]*:apigateway:[^:]*:lambda:path\/\S+$/.test(text)
    ? undefined
    : 'As in arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function ARN}/invocations'
}

export function problemOfAuthorizerHandler(text: string): string | undefined {
  return problemOfHandler(text, './handlers/authorizer.mjs#handler')
}

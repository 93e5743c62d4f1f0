import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { Authorizer } from '../authorizer'
import { isWholeWithin } from './numbers'
import { PLACEHOLDER } from './placeholder'
import { problem, unless, type Path } from './problem'
import type { ApiScope } from './scope'

const HEADER = /^method\.request\.header\.[^\s,]+$/
const REQUEST_SOURCE = /^(?:method\.request\.(?:header|querystring)|stageVariables|context)\.[^\s,]+$/
const AUTHORIZER_ARN = /^arn:[\w-]+:apigateway:[^:]*:lambda:path\/\S+$/

/** What authorizers need to be called and to know their callers. Source: rest-api.md 7.1, 7.7. */
export function checkAuthorizers({ api, at }: ApiScope): Diagnostic[] {
  return Object.entries(api.authorizers).flatMap(([id, authorizer]) => {
    const authorizerAt = [...at, 'authorizers', id]
    return [
      ...checkIdentitySource(id, authorizer, authorizerAt),
      ...checkTtl(id, authorizer, authorizerAt),
      ...checkTarget(id, authorizer, authorizerAt),
    ]
  })
}

function checkIdentitySource(id: string, authorizer: Authorizer, at: Path): Diagnostic[] {
  const { type, identitySource } = authorizer
  const field = [...at, 'identitySource']
  const sources = (identitySource ?? '').split(',').map((source) => source.trim())
  if (sources.join('') === '') {
    const ttl = authorizer.authorizerResultTtlInSeconds ?? LIMITS.authorizerTtlDefault.value
    const message =
      type === 'REQUEST'
        ? `Authorizer ${id}: results are kept for ${ttl} s, which needs an identitySource. Give one, or set the TTL to 0.`
        : `Authorizer ${id}: identitySource is empty. Give the header with the token, as in method.request.header.Authorization.`
    return unless(type === 'REQUEST' && ttl === 0, 'design/identity-source-missing', field, () => message)
  }
  if (type === 'REQUEST') {
    const wrong = sources.find((source) => !REQUEST_SOURCE.test(source))
    return unless(
      wrong === undefined,
      'design/identity-source-invalid',
      field,
      () =>
        `Authorizer ${id}: "${wrong}" is not an identity source. Use method.request.header.NAME, method.request.querystring.NAME, ` +
        'stageVariables.NAME or context.NAME, separated by commas.',
    )
  }
  return unless(
    sources.length === 1 && HEADER.test(sources[0] ?? ''),
    'design/identity-source-invalid',
    field,
    () =>
      `Authorizer ${id}: a ${type} authorizer takes exactly one method.request.header.NAME, not "${identitySource}".`,
  )
}

function checkTtl(id: string, authorizer: Authorizer, at: Path): Diagnostic[] {
  const ttl = authorizer.authorizerResultTtlInSeconds
  const max = LIMITS.authorizerTtlMax.value
  return unless(
    ttl === undefined || isWholeWithin(ttl, 0, max),
    'design/authorizer-ttl-invalid',
    [...at, 'authorizerResultTtlInSeconds'],
    () => `Authorizer ${id}: authorizerResultTtlInSeconds is ${ttl}. Give whole seconds from 0 to ${max}.`,
  )
}

function checkTarget(id: string, authorizer: Authorizer, at: Path): Diagnostic[] {
  if (authorizer.type === 'COGNITO_USER_POOLS') {
    return unless(
      (authorizer.providerARNs ?? []).length > 0,
      'design/authorizer-pool-missing',
      [...at, 'providerARNs'],
      () => `Authorizer ${id}: providerARNs is empty. Give the ARN of at least one user pool.`,
    )
  }
  const { authorizerUri, handler } = authorizer
  const field = [...at, 'authorizerUri']
  if (authorizerUri === undefined || authorizerUri === '') {
    const message =
      handler === undefined
        ? `Authorizer ${id} has neither authorizerUri nor a local handler. Give the URI of its function.`
        : `Authorizer ${id}: ${handler} plays the function here, but AWS needs an authorizerUri. Give one before exporting.`
    return [problem('design/authorizer-uri-invalid', field, message, handler === undefined ? 'error' : 'info')]
  }
  return unless(
    authorizerUri.startsWith('${') || AUTHORIZER_ARN.test(authorizerUri.replace(PLACEHOLDER, 'x')),
    'design/authorizer-uri-invalid',
    field,
    () =>
      `Authorizer ${id}: authorizerUri "${authorizerUri}" is not the URI of a function. Write ` +
      'arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{functionArn}/invocations.',
  )
}

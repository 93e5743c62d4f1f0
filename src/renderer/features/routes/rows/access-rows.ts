import type { Authorizer } from '@shared/design/authorizer'
import type { PolicyDocument, PolicyStatement } from '@shared/design/policy-document'
import { LIMITS } from '@shared/limits'
import type { LadderRow } from '../../../ui/pipeline/ladder-row'
import { formatCount, plural } from '../../../ui/format'
import { coveringPlans } from '../buckets-of-route'
import type { RouteContext } from '../route-context'

export function clientRow({ design, api, stageName, path, verb, method }: RouteContext): LadderRow {
  const host = `https://${api.id}.execute-api.${design.region}…`
  return {
    step: 'client',
    label: 'Client',
    kind: 'request in, response out',
    state: 'on',
    main: [{ text: `${verb} ${host}/${stageName}${path === '/' ? '' : path}`, isMono: true }],
    muted: [method.operationName ?? '', `${api.apiKeySource} key source`, 'up to 10 MB'].filter(Boolean).join(', '),
    exits: [],
  }
}

export function resourcePolicyRow({ api, method }: RouteContext): LadderRow {
  const row = { step: 'resource-policy', label: 'Resource policy', kind: 'API policy' } as const
  if (api.policy === undefined) {
    return { ...row, state: 'absent', main: [{ text: 'No policy: every caller may call' }], muted: '', exits: [] }
  }
  const isCustom = method.authorizationType === 'CUSTOM'
  return {
    ...row,
    state: 'on',
    main: [{ text: policyInWords(api.policy) }],
    muted: isCustom ? 'Looked at again after the authorizer' : 'A caller that no statement allows is refused',
    exits: [{ status: '403', responseType: 'ACCESS_DENIED', text: 'ACCESS_DENIED' }],
  }
}

/** "1 statement allows, 2 deny". */
export function policyInWords(policy: PolicyDocument): string {
  const statements: readonly PolicyStatement[] = 'Effect' in policy.Statement ? [policy.Statement] : policy.Statement
  const allows = statements.filter((statement) => statement.Effect === 'Allow').length
  const denies = statements.length - allows
  const words = [
    allows === 0 ? '' : `${plural(allows, 'statement')} ${allows === 1 ? 'allows' : 'allow'}`,
    denies === 0 ? '' : `${plural(denies, 'statement')} ${denies === 1 ? 'denies' : 'deny'}`,
  ]
  return words.filter(Boolean).join(', ') || 'No statement: every caller is refused'
}

export function authorizerRow(route: RouteContext): LadderRow {
  const { method } = route
  const row = { step: 'authorizer', label: 'Authorizer', kind: method.authorizationType } as const
  switch (method.authorizationType) {
    case 'NONE':
      return { ...row, kind: 'none', state: 'absent', main: [{ text: 'Open to every caller' }], muted: '', exits: [] }
    case 'AWS_IAM':
      return {
        ...row,
        state: 'on',
        main: [{ text: 'Signature version 4 and execute-api:Invoke' }],
        muted: 'The caller needs an IAM identity that may invoke this method',
        exits: [{ status: '403', responseType: 'ACCESS_DENIED', text: 'ACCESS_DENIED' }],
      }
    case 'CUSTOM':
    case 'COGNITO_USER_POOLS':
      return { ...row, ...namedAuthorizer(route) }
  }
}

function namedAuthorizer({ api, method }: RouteContext): Omit<LadderRow, 'step' | 'label'> {
  const { authorizerId } = method
  const authorizer =
    authorizerId !== undefined && Object.hasOwn(api.authorizers, authorizerId)
      ? api.authorizers[authorizerId]
      : undefined
  const exits: LadderRow['exits'] = [
    { status: '401', responseType: 'UNAUTHORIZED', text: 'UNAUTHORIZED' },
    { status: '403', responseType: 'ACCESS_DENIED' },
  ]
  if (authorizerId === undefined || authorizer === undefined) {
    const text = authorizerId === undefined ? 'No authorizer chosen' : `${authorizerId} does not exist`
    return { kind: method.authorizationType, state: 'on', main: [{ text, chip: 'danger' }], muted: '', exits }
  }
  const scopes = method.authorizationScopes ?? []
  return {
    kind: authorizer.type,
    state: 'on',
    main: [{ text: authorizerId, isMono: true }, { text: authorizerSettings(authorizer, scopes) }],
    muted: authorizerKey(authorizer),
    exits,
  }
}

function authorizerSettings(authorizer: Authorizer, scopes: readonly string[]): string {
  if (authorizer.type === 'COGNITO_USER_POOLS') return scopes.length === 0 ? 'ID token' : `scopes ${scopes.join(', ')}`
  const ttl = ttlOf(authorizer)
  return ttl === 0 ? 'called each time' : `result kept ${formatCount(ttl)} s`
}

function authorizerKey(authorizer: Authorizer): string {
  const source = identityInWords(authorizer.identitySource)
  if (authorizer.type === 'COGNITO_USER_POOLS') return source === '' ? '' : `Token: ${source}.`
  const ttl = ttlOf(authorizer)
  const kept = ttl === 0 ? '' : ` A revoked token works for up to ${formatCount(ttl)} s.`
  return `${source === '' ? 'No identity source.' : `Key: ${source}.`}${kept}`
}

export function ttlOf(authorizer: Authorizer): number {
  return authorizer.authorizerResultTtlInSeconds ?? LIMITS.authorizerTtlDefault.value
}

/** "method.request.header.Authorization, context.identity.sourceIp" -> "Authorization header, context.identity.sourceIp". */
export function identityInWords(identitySource: string | undefined): string {
  const parts = (identitySource ?? '').split(',').map((part) => part.trim())
  return parts
    .map((part) => part.replace(/^method\.request\.(header|querystring)\.(.+)$/, '$2 $1'))
    .filter(Boolean)
    .join(', ')
}

export function apiKeyRow(route: RouteContext): LadderRow {
  const row = { step: 'api-key', label: 'API key and plan' } as const
  if (!route.method.apiKeyRequired) {
    return {
      ...row,
      kind: 'not required',
      state: 'absent',
      main: [{ text: 'Callers need no key; usage plans do not count this method' }],
      muted: '',
      exits: [],
    }
  }
  const plans = coveringPlans(route)
  const kind = `required, from ${route.api.apiKeySource === 'HEADER' ? 'header' : 'authorizer'}`
  const forbidden = { status: '403', responseType: 'INVALID_API_KEY' } as const
  if (plans.length === 0) {
    return {
      ...row,
      kind,
      state: 'on',
      main: [{ text: `No usage plan covers ${route.stageName}`, chip: 'warning' }],
      muted: 'Every call is answered 403',
      exits: [{ ...forbidden, text: 'INVALID_API_KEY' }],
    }
  }
  const keys = new Set(plans.flatMap(({ plan }) => plan.keyIds)).size
  const hasQuota = plans.some(({ plan }) => plan.quota !== undefined)
  return {
    ...row,
    kind,
    state: 'on',
    main: plans.flatMap(({ plan }) => [{ text: plan.name }, { text: quotaInWords(plan.quota), isMono: true }]),
    muted: `${plural(keys, 'key')} on ${plural(plans.length, 'plan')} ${plans.length === 1 ? 'covers' : 'cover'} ${route.stageName}`,
    exits: hasQuota
      ? [forbidden, { status: '429', responseType: 'QUOTA_EXCEEDED', text: 'QUOTA_EXCEEDED' }]
      : [{ ...forbidden, text: 'INVALID_API_KEY' }],
  }
}

function quotaInWords(quota: { readonly limit: number; readonly period: string } | undefined): string {
  return quota === undefined ? 'no quota' : `${formatCount(quota.limit)} / ${quota.period.toLowerCase()}`
}

import type { Authorizer } from '../authorizer'
import type { Design } from '../design'
import type { HttpAuthorizer } from '../http-api'
import { userPoolArn } from '../identity'
import type { ConversionNotes } from './conversion-notes'
import { httpMappingSource } from './http-mapping-source'

/** Seconds that results are kept when a REST API does not say. Source: rest-api.md 7.2. */
const REST_TTL = 300

/** The same authorizer for an HTTP API. Source: http-api.md 5 and 6. */
export function httpAuthorizerOf(
  design: Design,
  id: string,
  authorizer: Authorizer,
  notes: ConversionNotes,
): HttpAuthorizer {
  if (authorizer.type === 'COGNITO_USER_POOLS') return jwtAuthorizer(design, id, authorizer, notes)
  const identitySource = identitySources(id, authorizer, notes)
  const keeps = authorizer.authorizerResultTtlInSeconds ?? REST_TTL
  if (authorizer.identityValidationExpression !== undefined) {
    const text = 'HTTP APIs do not check the token against an expression; the function gets every token.'
    notes.add('lost', 'Token validation', text, id)
  }
  if (authorizer.type === 'TOKEN') {
    const text =
      'A TOKEN authorizer becomes a REQUEST authorizer of format 1.0: authorizationToken and methodArn stay in its event.'
    notes.add('changed', 'Lambda authorizer', text, id)
  } else notes.add('carried', 'Lambda authorizer', 'Format 1.0 gives the function the event that it knows.', id)
  return {
    authorizerType: 'REQUEST',
    identitySource,
    ...(authorizer.authorizerUri !== undefined && { authorizerUri: authorizer.authorizerUri }),
    authorizerPayloadFormatVersion: '1.0',
    // Without an identity source an HTTP API keeps nothing.
    authorizerResultTtlInSeconds: identitySource.length === 0 ? 0 : keeps,
    ...(authorizer.handler !== undefined && { handler: authorizer.handler }),
  }
}

function identitySources(id: string, { identitySource }: Authorizer, notes: ConversionNotes): string[] {
  const sources = (identitySource ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  return sources.flatMap((source) => {
    const translated = httpMappingSource(source)
    if (translated !== undefined) return [translated]
    notes.add('lost', 'Identity source', `${source} is none of an HTTP API.`, id)
    return []
  })
}

function jwtAuthorizer(
  design: Design,
  id: string,
  { providerARNs, identitySource }: Authorizer,
  notes: ConversionNotes,
) {
  const [arn = '', ...others] = providerARNs ?? []
  const [, region = design.region, poolId = ''] = /^arn:[^:]+:cognito-idp:([^:]+):\d+:userpool\/(.+)$/.exec(arn) ?? []
  const pool = design.identity?.userPools.find(
    (each) => userPoolArn(design.region, design.accountId, each.id) === arn || each.id === poolId,
  )
  if (others.length > 0) {
    notes.add('lost', 'User pools', 'A JWT authorizer takes one issuer: the pools after the first are left out.', id)
  }
  const text = pool
    ? 'A user pool becomes a JWT authorizer with the app clients of the pool as its audience.'
    : 'A user pool becomes a JWT authorizer. Name the app clients as its audience: none is known here.'
  notes.add('changed', 'Cognito authorizer', text, id)
  return {
    authorizerType: 'JWT' as const,
    identitySource: [httpMappingSource(identitySource ?? '') ?? '$request.header.Authorization'],
    jwtConfiguration: {
      issuer: `https://cognito-idp.${region}.amazonaws.com/${poolId}`,
      audience: (pool?.clients ?? []).map(({ clientId }) => clientId),
    },
  }
}

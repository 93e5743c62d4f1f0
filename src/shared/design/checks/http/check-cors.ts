import type { Diagnostic } from '../../../diagnostic'
import { corsProblem } from '../../v2-rules/cors-problem'
import { problemOfOrigin } from '../../v2-rules/cors-origin-rule'
import { isWholeWithin } from '../numbers'
import { unless } from '../problem'
import type { HttpScope } from './http-scope'

/** A day, in seconds. Source: http-api.md 10.1. */
const MAX_AGE = 86_400

/** Source: http-api.md 10.1. */
export function checkCors({ api, at }: HttpScope): Diagnostic[] {
  const { corsConfiguration: cors } = api
  if (cors === undefined) return []
  const here = [...at, 'corsConfiguration']
  const refusal = corsProblem(cors)
  const rule = problemOfOrigin((cors.allowOrigins ?? []).join('\n'))
  return [
    ...unless(
      rule === undefined,
      'design/cors-invalid',
      [...here, 'allowOrigins'],
      () => `CORS of ${api.name}: ${rule}.`,
    ),
    ...unless(
      refusal === null,
      'design/cors-invalid',
      [...here, 'allowCredentials'],
      () => `CORS of ${api.name}: ${refusal}. Name the origins.`,
    ),
    ...unless(
      cors.maxAge === undefined || isWholeWithin(cors.maxAge, -1, MAX_AGE),
      'design/cors-invalid',
      [...here, 'maxAge'],
      () => `CORS of ${api.name}: maxAge is -1 to ${MAX_AGE} seconds, not ${cors.maxAge}.`,
    ),
  ]
}

import type { Diagnostic } from '../../../diagnostic'
import { checkCors } from './check-cors'
import { checkHttpAuthorizers } from './check-http-authorizers'
import { checkHttpIntegrations } from './check-http-integrations'
import { checkHttpRoutes } from './check-http-routes'
import { checkHttpStages } from './check-http-stages'
import type { HttpScope } from './http-scope'

const HTTP_CHECKS = [checkHttpRoutes, checkHttpIntegrations, checkHttpAuthorizers, checkCors, checkHttpStages] as const

/** Everything wrong with an HTTP API: what the service refuses, and what cannot work. */
export function checkHttpApi(scope: HttpScope): Diagnostic[] {
  return HTTP_CHECKS.flatMap((check) => check(scope))
}

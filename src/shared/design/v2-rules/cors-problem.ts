import type { Cors } from '../http-api'

/** Why the service refuses a CORS configuration (400 BadRequestException), in its words; null when it takes it. Source: http-api.md 10.1. */
export function corsProblem({ allowCredentials, allowOrigins = [] }: Cors): string | null {
  return allowCredentials === true && allowOrigins.includes('*')
    ? "allow-credentials is not supported if 'allow-origin' is *"
    : null
}

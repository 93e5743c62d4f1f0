import type { Cors } from '../http-api'
import type { Method } from '../method'
import type { RestApi } from '../rest-api'

/** A method that answers preflight requests by itself. */
export function isPreflight(verb: string, method: Method | undefined): boolean {
  return verb === 'OPTIONS' && method?.integration?.type === 'MOCK'
}

/** What the OPTIONS methods of a REST API allow, all of them together; undefined where there are none. Source: http-api.md 10. */
export function httpCorsOf(api: RestApi): Cors | undefined {
  const answers = Object.values(api.resources).flatMap(({ methods }) =>
    isPreflight('OPTIONS', methods.OPTIONS) ? (methods.OPTIONS!.integration?.integrationResponses ?? []) : [],
  )
  const headers = answers.flatMap(({ responseParameters }) => Object.entries(responseParameters ?? {}))
  const listed = (header: string): string[] => {
    const wanted = `method.response.header.access-control-${header}`
    const values = headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? [literal(value)] : []))
    return [...new Set(values.flatMap((value) => value.split(',')).map((value) => value.trim()))].filter(Boolean)
  }
  const allowOrigins = listed('allow-origin')
  if (allowOrigins.length === 0) return undefined
  const exposeHeaders = listed('expose-headers')
  const [maxAge] = listed('max-age')
  return {
    allowOrigins,
    allowMethods: listed('allow-methods'),
    allowHeaders: listed('allow-headers'),
    ...(exposeHeaders.length > 0 && { exposeHeaders }),
    ...(listed('allow-credentials').includes('true') && { allowCredentials: true }),
    ...(maxAge !== undefined && { maxAge: Number(maxAge) }),
  }
}

/** "'https://example.com'" -> "https://example.com"; "" for what is only known when a request comes. */
function literal(value: string): string {
  return /^'(.*)'$/s.exec(value)?.[1] ?? ''
}

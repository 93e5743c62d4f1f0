import { headerValues } from '../mapping/header-list'
import { httpContextValue } from './http-context'
import type { HttpRequestFacts } from './http-request-facts'

/** Where an authorizer of an HTTP API finds who is asking: { location: "header", name: "Authorization" }. */
export interface HttpIdentitySource {
  readonly location: 'header' | 'querystring' | 'context' | 'stageVariables'
  readonly name: string
}

const SOURCE = /^\$(?:request\.(header|querystring)|(context|stageVariables))\.(.+)$/s

/** "$request.header.Authorization" -> a source; null for what is none. Source: http-api.md 5.1, 6.1. */
export function parseHttpIdentitySource(text: string): HttpIdentitySource | null {
  const [, parameter, other, name] = SOURCE.exec(text.trim()) ?? []
  const location = parameter ?? other
  if (location === undefined || name === undefined) return null
  return { location: location as HttpIdentitySource['location'], name }
}

/** The value of a source, headers that come several times joined by commas; null where it is missing or empty. */
export function httpIdentity(source: HttpIdentitySource, facts: HttpRequestFacts): string | null {
  const value = valueOf(source, facts)
  return value === undefined || value.trim() === '' ? null : value
}

function valueOf({ location, name }: HttpIdentitySource, facts: HttpRequestFacts): string | undefined {
  switch (location) {
    case 'header': {
      const values = headerValues(facts.headers, name)
      return values.length === 0 ? undefined : values.join(',')
    }
    case 'querystring': {
      const values = facts.query.filter((pair) => pair.name === name).map(({ value }) => value)
      return values.length === 0 ? undefined : values.join(',')
    }
    case 'context':
      return httpContextValue(name, facts, null)
    case 'stageVariables':
      return Object.hasOwn(facts.stageVariables, name) ? facts.stageVariables[name] : undefined
  }
}

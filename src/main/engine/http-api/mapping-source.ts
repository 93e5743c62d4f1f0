import { headerValues, type HeaderList } from '../mapping/header-list'
import { mappedBody, type MappedBody } from '../mapping/mapped-body'
import { httpContextValue, type IntegrationFacts } from './http-context'
import type { HttpCaller, HttpRequestFacts } from './http-request-facts'
import type { MappingReference } from './mapping-value'

/** Bytes of a body that mappings read; what is cut off there is no JSON any more. Source: http-api.md 8.4. */
export const MAPPED_BODY_LIMIT = 100 * 1024

/** A backend's answer, as response mappings see it. */
export interface MappedAnswer {
  readonly headers: HeaderList
  readonly body: Uint8Array
  readonly integration: IntegrationFacts
}

/** What references of a parameter mapping find. */
export type MappingSource = (reference: MappingReference) => string | undefined

/** Of a request, and of its answer where there is one. Bodies are read when something first asks for them. Source: http-api.md 8.4, 8.5. */
export function mappingSource(
  facts: HttpRequestFacts,
  caller: HttpCaller | null,
  textOf: (bytes: Uint8Array) => string,
  answer: MappedAnswer | null = null,
): MappingSource {
  const requestBody = bodySource(facts.body, textOf)
  const responseBody = answer && bodySource(answer.body, textOf)
  return ({ side, source, name }) => {
    if (source === 'context') return httpContextValue(name, facts, caller, answer?.integration ?? null)
    if (source === 'stageVariables') return ownText(facts.stageVariables, name)
    if (side === 'response') {
      if (answer === null) return undefined
      return source === 'header' ? joined(headerValues(answer.headers, name)) : responseBody!(name)
    }
    switch (source) {
      case 'header':
        return joined(headerValues(facts.headers, name))
      case 'querystring':
        return joined(facts.query.filter((pair) => pair.name === name).map(({ value }) => value))
      case 'path':
        return name === '' ? facts.routePath : ownText(facts.pathParameters, name)
      case 'body':
        return requestBody(name)
    }
  }
}

function bodySource(body: Uint8Array, textOf: (bytes: Uint8Array) => string): (path: string) => string | undefined {
  let mapped: MappedBody | null = null
  return (path) => {
    if (path === '') return body.length === 0 ? undefined : textOf(body)
    if (!isPlainPath(path)) return undefined
    mapped ??= mappedBody(textOf(body.subarray(0, MAPPED_BODY_LIMIT)))
    const found = mapped.find(path)
    return found.kind === 'found' ? found.text : undefined
  }
}

/** Neither a search in depth nor a filter. */
function isPlainPath(path: string): boolean {
  return !path.includes('..') && !path.includes('?(') && !path.startsWith('.')
}

function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(',')
}

function ownText(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}

import type { ContentHandling, IntegrationResponse } from '@shared/design/integration'
import type { Findings } from '../findings'
import { membersAt, type Members } from '../members'
import type { Place } from '../json-place'
import { withoutAbsent } from '../without-absent'
import type { OpenApiContext } from './openapi-context'

export const CONTENT_HANDLING: readonly ContentHandling[] = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']

/** The integration's `responses` in the order written, which decides among several that match. "default" has no pattern. */
export function readIntegrationResponses(context: OpenApiContext, integration: Members): IntegrationResponse[] {
  const responses = integration.members('responses')
  if (!responses) return []
  return inWrittenOrder(responses.places(), context.findings).flatMap(([pattern, place]) => {
    const response = membersAt(place, `the response "${pattern}" of ${integration.label}`, context.findings)
    return response ? readResponse(response, pattern) : []
  })
}

function readResponse(response: Members, pattern: string): IntegrationResponse[] {
  const statusCode = response.text('statusCode')
  if (statusCode === undefined) {
    const message = `${response.label} has no "statusCode" and is left out. Give it the status that clients get.`
    response.findings.report('import/integration-incomplete', 'error', response.pointer, message)
    return []
  }
  const result = withoutAbsent({
    statusCode,
    selectionPattern: pattern === 'default' ? undefined : pattern,
    responseParameters: response.textMap('responseParameters'),
    responseTemplates: response.textMap('responseTemplates'),
    contentHandling: response.oneOf('contentHandling', CONTENT_HANDLING),
  })
  response.finish()
  return [result]
}

/** JavaScript puts keys that look like numbers first ("400" before "4\\d{2}"); the text knows the order they were written in. */
function inWrittenOrder(places: readonly [string, Place][], findings: Findings): readonly [string, Place][] {
  if (places.length < 2 || !places.some(([key]) => /^\d+$/.test(key))) return places
  const located = places.map((entry) => ({ entry, at: findings.place(entry[1].pointer) }))
  located.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0))
  return located.map(({ entry }) => entry)
}

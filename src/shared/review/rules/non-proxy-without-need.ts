import type { Integration } from '../../design/integration'
import { finding } from '../finding'
import type { ReviewRule } from '../review-rule'
import { functionTarget } from '../scopes/function-target'
import { restMethods } from '../scopes/rest-methods'

export const nonProxyWithoutNeed: ReviewRule = {
  id: 'non-proxy-without-need',
  title: 'More to maintain than the route needs',
  severity: 'info',
  what: 'Integrations of type AWS with a function that neither map the request nor the answer, nor tell answers apart.',
  why: 'Such a function gets only the body, cannot set status or headers, and its errors go out as 200. With AWS_PROXY it gets the whole request and says what is answered.',
  source: 'Guide 000, anti-pattern 8; rest-api.md 9.',
  find: (design) =>
    restMethods(design).flatMap(({ api, at, routeKey, method }) => {
      const { integration } = method
      if (integration?.type !== 'AWS' || functionTarget(integration.uri) === null || isNeeded(integration)) return []
      const message = `${api.name}, ${routeKey}: the integration is AWS but maps nothing. Make it AWS_PROXY and let the function answer with statusCode, headers and body.`
      return [finding(nonProxyWithoutNeed, [...at, 'integration', 'type'], message)]
    }),
}

function isNeeded(integration: Integration): boolean {
  const { requestTemplates, requestParameters, integrationResponses, contentHandling } = integration
  const isAsynchronous = Object.keys(requestParameters ?? {}).length > 0
  return (
    isAsynchronous ||
    contentHandling !== undefined ||
    hasMapping(requestTemplates) ||
    integrationResponses.length > 1 ||
    integrationResponses.some(
      (response) =>
        hasMapping(response.responseTemplates) ||
        Object.keys(response.responseParameters ?? {}).length > 0 ||
        response.contentHandling !== undefined,
    )
  )
}

/** Whether a template does more than pass the body on. */
function hasMapping(templates: Readonly<Record<string, string>> | undefined): boolean {
  return Object.values(templates ?? {}).some((text) => !PASSES_ON.has(text.replaceAll(/\s|["']/g, '')))
}

const PASSES_ON: ReadonlySet<string> = new Set(['', '$input.json($)', '$input.body', '$input.path($)'])

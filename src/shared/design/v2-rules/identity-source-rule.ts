const HTTP_SOURCE = /^\$(?:request\.(?:header|querystring)|context|stageVariables)\.[^\s,]+$/
const WEBSOCKET_SOURCE = /^(?:route\.request\.(?:header|querystring)|context|stageVariables)\.[^\s,]+$/

/** What is wrong with identity sources, one a line, or undefined. Source: http-api.md 6.1, websocket-api.md 3.1. */
export function problemOfV2IdentitySources(isHttp: boolean, text: string): string | undefined {
  const odd = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .find((source) => !(isHttp ? HTTP_SOURCE : WEBSOCKET_SOURCE).test(source))
  if (odd === undefined) return undefined
  return isHttp
    ? `"${odd}" must be $request.header.X, $request.querystring.X, $stageVariables.X or $context.X`
    : `"${odd}" must be route.request.header.X, route.request.querystring.X, stageVariables.X or context.X`
}

import { groupByName, headerValue, type HeaderList } from '../../engine/mapping/header-list'
import { isBinaryType } from '../../engine/mapping/media-type'
import { groupQuery } from '../../engine/mapping/query-string'
import type { Call } from '../call'
import { authorizerContext } from './authorizer-context'
import { integrationHeaders } from './event-headers'
import { mapOrNull, multiValues, singleValues } from './event-maps'
import { callRequestContext } from './request-context'

/** What a function behind AWS_PROXY gets: payload version 1.0. Source: rest-api.md 9.2, recorded. */
export function proxyEvent(call: Call) {
  const { message, route } = call
  const authorizer = authorizerContext(call)
  const { binaryMediaTypes } = route.stage.view.definition
  const isBinary = isBinaryType(binaryMediaTypes, headerValue(message.headers, 'Content-Type'))
  const hasBody = message.body.length > 0
  return {
    ...requestParts(call, integrationHeaders(message)),
    requestContext: {
      ...callRequestContext(call),
      ...(authorizer && { authorizer: { ...authorizer, ...latencyOf(call) } }),
    },
    body: hasBody ? message.body.toString(isBinary ? 'base64' : 'utf8') : null,
    isBase64Encoded: hasBody && isBinary,
  }
}

/** Only a function takes time. */
function latencyOf({ authorizer, authorizerMs }: Call) {
  return authorizer === null ? {} : { integrationLatency: Math.round(authorizerMs) }
}

/** What events for integrations and for REQUEST authorizers say of the request. */
export function requestParts({ message, route, pathParameters }: Call, ofRequest: HeaderList) {
  const headers = groupByName(ofRequest)
  const query = groupQuery(message.query)
  return {
    resource: route.compiled.path,
    path: message.eventPath,
    httpMethod: message.verb,
    headers: singleValues(headers),
    multiValueHeaders: multiValues(headers),
    queryStringParameters: singleValues(query),
    multiValueQueryStringParameters: multiValues(query),
    pathParameters: mapOrNull(pathParameters),
    stageVariables: mapOrNull(route.stage.variables),
  }
}

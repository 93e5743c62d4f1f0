import { isReservedHeader } from './reserved-headers'

/** What is wrong with a request parameter of an HTTP API, or undefined. */
export function problemOfRequestParameter(name: string): string | undefined {
  if (name === 'overwrite:path') return undefined
  const [, , place = '', header = ''] = /^(append|overwrite|remove):(header|querystring)\.(.+)$/.exec(name) ?? []
  if (place === '') return 'As in append:header.x-user, remove:querystring.debug or overwrite:path'
  return place === 'header' ? problemOfHeader(header) : undefined
}

/** What is wrong with a response parameter of an HTTP API, or undefined. */
export function problemOfResponseParameter(name: string): string | undefined {
  if (name === 'overwrite:statuscode') return undefined
  const header = /^(?:append|overwrite|remove):header\.(.+)$/.exec(name)?.[1]
  return header === undefined ? 'As in append:header.x-cache or overwrite:statuscode' : problemOfHeader(header)
}

function problemOfHeader(name: string): string | undefined {
  return isReservedHeader(name) ? `${name} may not be mapped: API Gateway keeps it for itself` : undefined
}

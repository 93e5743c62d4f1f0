import type { IntegrationType } from '@shared/design/integration'

const OF_THE_SERVICE = ['content-length', 'transfer-encoding', 'x-amzn-trace-id', 'x-amzn-apigateway-api-id']
const OF_AWS = [...OF_THE_SERVICE, 'authorization', 'connection', 'expect', 'proxy-authenticate', 'te']
const OF_HTTP = ['connection', 'expect', 'proxy-authenticate', 'te', 'via']

/** Targets of mappings that make every request fail with 500. Source: rest-api.md 9.5, recorded. */
const ILLEGAL: Readonly<Record<IntegrationType, readonly string[]>> = {
  HTTP: OF_THE_SERVICE,
  HTTP_PROXY: OF_THE_SERVICE,
  AWS: OF_AWS,
  AWS_PROXY: OF_AWS,
  MOCK: [],
}

/** Targets of mappings that do nothing. Source: rest-api.md 9.5. */
const SILENT: Readonly<Record<IntegrationType, readonly string[]>> = {
  HTTP: OF_HTTP,
  HTTP_PROXY: OF_HTTP,
  AWS: ['referer'],
  AWS_PROXY: [],
  MOCK: [],
}

/** Whether a header may be given to this type of integration: `illegal` fails the request, `silent` is left out. */
export function headerTarget(type: IntegrationType, name: string): 'allowed' | 'silent' | 'illegal' {
  const lowerCase = name.toLowerCase()
  if (ILLEGAL[type].includes(lowerCase)) return 'illegal'
  return SILENT[type].includes(lowerCase) ? 'silent' : 'allowed'
}

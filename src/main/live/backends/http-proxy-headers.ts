import type { Call } from '../call'
import { evaluateMapping } from '../mapping-expression'
import type { HeaderList } from '../../engine/mapping/header-list'

type Mappings = Readonly<Record<string, string>>

const TARGET = 'integration.request.header.'

/** Not passed on to an HTTP backend. Source: rest-api.md 9.4, recorded. */
const DROPPED = new Set([
  'connection',
  'content-encoding',
  'content-md5',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'max-forwards',
  'proxy-authenticate',
  'proxy-connection',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'www-authenticate',
  'x-amzn-trace-id',
  'x-amzn-apigateway-api-id',
])

/**
 * Targets of mappings that do nothing. Source: rest-api.md 9.5. Departure: the service sends a mapped `Trailer`; Node sends none without
 * trailers behind it.
 */
const SILENT_TARGETS = new Set(['connection', 'expect', 'proxy-authenticate', 'te', 'trailer', 'via'])

/** Targets of mappings that make every request fail with 500. Source: rest-api.md 9.5, recorded. */
const ILLEGAL_TARGETS = {
  HTTP_PROXY: ['content-length', 'transfer-encoding', 'x-amzn-trace-id', 'x-amzn-apigateway-api-id'],
  AWS_PROXY: [
    'content-length',
    'transfer-encoding',
    'x-amzn-trace-id',
    'x-amzn-apigateway-api-id',
    'authorization',
    'connection',
    'expect',
    'proxy-authenticate',
    'te',
  ],
}

/** The first header among the targets of mappings that this type of integration does not allow. */
export function illegalHeaderTarget(mappings: Mappings, type: keyof typeof ILLEGAL_TARGETS): string | undefined {
  return headerTargets(mappings).find((name) => ILLEGAL_TARGETS[type].includes(name.toLowerCase()))
}

/** What the backend gets: the client's headers without those of the connection, replaced by those that are mapped. */
export function backendHeaders(call: Call, mappings: Mappings): HeaderList {
  const mapped = headerTargets(mappings).flatMap((name) => {
    const value = evaluateMapping(mappings[TARGET + name]!, call)
    return value.kind === 'value' && !SILENT_TARGETS.has(name.toLowerCase()) ? [[name, value.value] as const] : []
  })
  const replaced = new Set(mapped.map(([name]) => name.toLowerCase()))
  const passed = call.message.headers.filter(([name, value]) => {
    const lowerCase = name.toLowerCase()
    return !DROPPED.has(lowerCase) && !replaced.has(lowerCase) && !isSignature(lowerCase, value)
  })
  return [
    ...passed,
    ...mapped,
    ['X-Amzn-Apigateway-Api-Id', call.route.stage.view.apiId],
    ['X-Amzn-Trace-Id', call.message.ids.traceId],
  ]
}

/** A SigV4 signature was for the gateway and is not passed on. Source: rest-api.md 7.5. */
function isSignature(lowerCase: string, value: string): boolean {
  return lowerCase === 'authorization' && value.startsWith('AWS4-HMAC-SHA256 ')
}

function headerTargets(mappings: Mappings): string[] {
  return Object.keys(mappings).flatMap((target) => (target.startsWith(TARGET) ? [target.slice(TARGET.length)] : []))
}

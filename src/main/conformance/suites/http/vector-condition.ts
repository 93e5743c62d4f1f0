import type { HttpIntegration, HttpStage } from '@shared/design/http-api'

/** What makes a condition come true: of the integration, of the stage, or of the request. */
export interface VectorCondition {
  readonly integration?: Partial<HttpIntegration>
  readonly stage?: Partial<HttpStage>
  /** Bytes of a body that is no text. */
  readonly bodyBytes?: number
  /** What the function returns. */
  readonly lambdaReturn?: unknown
}

const MEGABYTE = 1024 * 1024
/** Nobody listens there. */
const CLOSED = 'http://127.0.0.1:1024'

const BLOCKED: Partial<HttpStage> = { defaultRouteSettings: { throttlingRateLimit: 0, throttlingBurstLimit: 0 } }

/** Words of a condition, the more special ones first. */
const CONDITIONS: readonly (readonly [words: RegExp, condition: VectorCondition])[] = [
  [/bucket|rate limit|burst/i, { stage: BLOCKED }],
  [/response.*\b6 ?MB|\b6 ?MB.*response/i, { integration: { handler: './vectors.mjs#large' } }],
  [/\b6 ?MB/i, { bodyBytes: 5 * MEGABYTE }],
  [/\b10 ?MB/i, { bodyBytes: 11 * MEGABYTE }],
  [/permission/i, { integration: { fault: 'no-permission' } }],
  [/throttle|\b429\b|concurren/i, { integration: { fault: 'throttled' } }],
  [
    /unreachable|cannot be reached|connection|refused|\bTLS\b/i,
    { integration: { integrationType: 'HTTP_PROXY', integrationMethod: 'ANY', integrationUri: CLOSED } },
  ],
  [
    /(http|backend).*(not answer|no answer|time)/i,
    {
      integration: {
        integrationType: 'HTTP_PROXY',
        integrationMethod: 'ANY',
        integrationUri: CLOSED,
        fault: 'timeout',
        timeoutInMillis: 50,
      },
    },
  ],
  [/not answer|no answer|tim(e|es|ed) ?out/i, { integration: { fault: 'timeout', timeoutInMillis: 50 } }],
  [/bad response|malformed|undecodable|invalid response/i, { lambdaReturn: { statusCode: 0 } }],
  [/raise|throw|error|exception|crash/i, { integration: { handler: './vectors.mjs#fail' } }],
]

/** Null for words that nobody here understands. */
export function conditionOf(words: string): VectorCondition | null {
  return CONDITIONS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

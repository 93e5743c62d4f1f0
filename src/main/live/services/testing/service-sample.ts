import type { Design } from '@shared/design/design'
import type { Integration } from '@shared/design/integration'
import type { Method } from '@shared/design/method'
import { mockMethod } from '@shared/design/mock-method'
import { sampleDesign } from '../../testing/sample-design'
import { serveSample, type ServedSample, type ServedSampleOptions } from '../../testing/served-sample'
import { testClock } from '../../testing/test-clock'
import type { RandomBytes } from '../random'

/** When everything of a `serveServices` happens: 2026-01-01, in milliseconds since 1970. */
export const NOW = 1_767_225_600_000

/** Test set-up: bytes that count the calls, so that ids are "01010101-...", "02020202-...". */
export function countingRandom(): RandomBytes {
  let calls = 0
  return (count) => {
    calls++
    return new Uint8Array(count).fill(calls)
  }
}

/** The nth id that `countingRandom` leads to. */
export function idNumber(at: number): string {
  const byte = at.toString(16).padStart(2, '0')
  const two = byte + byte
  return `${two}${two}-${two}-4${two.slice(1)}-8${two.slice(1)}-${two}${two}${two}`
}

/** A method that sends its body to a service as it is, and gives back what the service answers, 4xx as 400 and 5xx as 500. */
export function serviceMethod(uri: string, integration: Partial<Integration> = {}): Method {
  return {
    ...mockMethod(),
    methodResponses: ['200', '400', '500'].map((statusCode) => ({ statusCode })),
    integration: {
      type: 'AWS',
      httpMethod: 'POST',
      uri: `arn:aws:apigateway:us-east-1:${uri}`,
      integrationResponses: [
        { statusCode: '200' },
        { statusCode: '400', selectionPattern: '4\\d\\d' },
        { statusCode: '500', selectionPattern: '5\\d\\d' },
      ],
      ...integration,
    },
  }
}

/** Header mappings to literals: `{ 'Content-Type': 'text/plain' }`. */
export function literalHeaders(headers: Readonly<Record<string, string>>): Pick<Integration, 'requestParameters'> {
  const mapped = Object.entries(headers).map(([name, value]) => [`integration.request.header.${name}`, `'${value}'`])
  return { requestParameters: Object.fromEntries(mapped) as Record<string, string> }
}

interface DesignParts {
  readonly design?: Partial<Design>
  readonly variables?: Readonly<Record<string, string>>
}

/** Routes by path; every verb leads to the method. */
export function servicesDesign(
  methods: Readonly<Record<string, Method>>,
  { design, variables }: DesignParts = {},
): Design {
  const routes = Object.entries(methods).map(([path, method]) => [path, { methods: { ANY: method } }] as const)
  return sampleDesign({
    resources: Object.fromEntries(routes),
    stage: { variables: variables ?? {} },
    design: { region: 'us-east-1', accountId: '123456789012', ...design },
  })
}

/** Test set-up: a gateway whose clock stands still and whose ids are counted. */
export async function serveServices(
  methods: Readonly<Record<string, Method>>,
  parts: DesignParts = {},
  options: Pick<ServedSampleOptions, 'handlerProcessUrl' | 'files' | 'ownPorts'> = {},
): Promise<ServedSample & { readonly clock: ReturnType<typeof testClock> }> {
  const clock = testClock()
  const design = servicesDesign(methods, parts)
  const sample = await serveSample({ design, clock, randomBytes: countingRandom(), ...options })
  return { ...sample, clock }
}

import type { TemplateSlot } from '@shared/design/mapping-template'
import type { TemplateEvent } from '@shared/template-event'

/** Names in braces of "/orders/{id}/{proxy+}". */
const PARAMETER = /\{([^{}+]+)\+?\}/g

/** What a template is first tried with when it has no case: a small body, and a context as the service makes it. */
export function sampleEvent(slot: TemplateSlot | undefined): TemplateEvent {
  const path = slot?.path ?? '/'
  const names = [...path.matchAll(PARAMETER)].map(([, name = '']) => name)
  return {
    body: '{\n  "message": "hello"\n}',
    params: {
      path: Object.fromEntries(names.map((name) => [name, `${name}-1`])),
      querystring: {},
      header: { Accept: 'application/json', 'Content-Type': slot?.contentType ?? 'application/json' },
    },
    context: {
      apiId: slot?.apiId ?? 'a1b2c3d4e5',
      httpMethod: slot === undefined || slot.verb === 'ANY' ? 'POST' : slot.verb,
      identity: { sourceIp: '127.0.0.1', userAgent: 'curl/8.5.0' },
      path: `/test${path}`,
      protocol: 'HTTP/1.1',
      requestId: '3f1d2c4b-8a70-4e59-b1c6-0d9e8f7a6b5c',
      requestTime: '19/Nov/2026:10:00:00 +0000',
      requestTimeEpoch: 1795082400000,
      resourcePath: path,
      stage: 'test',
    },
    stageVariables: {},
  }
}

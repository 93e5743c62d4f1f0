import type { TemplateRun } from '@shared/contract/gateway'
import type { ByteCodec } from '../byte-codec'
import type { ClientRequest } from '../client-request'
import type { MappingTools } from '../mapping-tools'
import { TemplateCache } from '../template-cache'

/** Test set-up: bytes and text by way of the platform. */
export const TEST_CODEC: ByteCodec = {
  textOf: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  bytesOf: (text) => new TextEncoder().encode(text),
  lengthOf: (text) => new TextEncoder().encode(text).length,
  base64Of: (bytes) => btoa(String.fromCharCode(...bytes)),
  bytesOfBase64: (text) =>
    /^[A-Za-z0-9+/]*=*$/.test(text) ? Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)) : null,
}

/** Test set-up: a clock that stands still, and the runs of templates. */
export function testTools(): MappingTools & { readonly runs: readonly TemplateRun[] } {
  const runs: TemplateRun[] = []
  return {
    templates: new TemplateCache(),
    codec: TEST_CODEC,
    now: () => 0,
    onTemplateRun: (run) => runs.push(run),
    runs,
  }
}

/** A request with a little of everything, and what a test changes of it. */
export function clientRequest({
  text,
  ...more
}: Partial<ClientRequest> & { readonly text?: string } = {}): ClientRequest {
  return {
    pathParameters: { id: 'a%2Fb' },
    query: [
      ['q', '1'],
      ['q', '2'],
      ['empty', ''],
    ],
    headers: [
      ['X-Two', 'one'],
      ['x-two', 'two'],
    ],
    body: TEST_CODEC.bytesOf(text ?? ''),
    context: { stage: 'prod', requestTimeEpoch: 7, identity: { sourceIp: '192.0.2.1', user: null } },
    stageVariables: { env: 'blue', empty: '' },
    ...more,
  }
}

import type { ByteCodec } from './byte-codec'

/** A body on its way through the gateway: mapping templates only read text. */
export type Payload =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'binary'; readonly bytes: Uint8Array }

export function textPayload(text: string): Payload {
  return { kind: 'text', text }
}

/** What goes out. */
export function payloadBytes(payload: Payload, codec: ByteCodec): Uint8Array {
  return payload.kind === 'text' ? codec.bytesOf(payload.text) : payload.bytes
}

/** What expressions read; binary ones as if they were text. */
export function payloadText(payload: Payload, codec: ByteCodec): string {
  return payload.kind === 'text' ? payload.text : codec.textOf(payload.bytes)
}

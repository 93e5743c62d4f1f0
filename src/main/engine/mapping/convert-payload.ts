import type { ContentHandling } from '@shared/design/integration'
import type { ByteCodec } from './byte-codec'
import { firstAccepted, isBinaryType } from './media-type'
import type { Payload } from './payload'

/** What decides how a payload is converted. */
export interface ConversionSettings {
  readonly binaryMediaTypes: readonly string[] | undefined
  readonly contentHandling: ContentHandling | undefined
}

/**
 * A request's body as its integration gets it, or its template sees it. Null: CONVERT_TO_BINARY met text that is not base64 (500).
 * Source: API Gateway Developer Guide, "Content type conversions in API Gateway"; rest-api.md 9.6, recorded.
 */
export function convertRequestPayload(
  bytes: Uint8Array,
  contentType: string | undefined,
  { binaryMediaTypes, contentHandling }: ConversionSettings,
  codec: ByteCodec,
): Payload | null {
  if (isBinaryType(binaryMediaTypes, contentType)) {
    return contentHandling === 'CONVERT_TO_TEXT' ? base64Text(bytes, codec) : { kind: 'binary', bytes }
  }
  return contentHandling === 'CONVERT_TO_BINARY' ? decoded(bytes, codec) : text(bytes, codec)
}

/** What the two ends of an integration response say of their media types. */
export interface ResponseTypes {
  /** `Content-Type` of the backend. */
  readonly contentType: string | undefined
  /** `Accept` of the client, of which the first entry counts. */
  readonly accept: string | undefined
}

/**
 * A backend's body as the client gets it, or the response template sees it. Null: text that had to become binary is not base64 (500).
 * Source: as above.
 */
export function convertResponsePayload(
  bytes: Uint8Array,
  { contentType, accept }: ResponseTypes,
  { binaryMediaTypes, contentHandling }: ConversionSettings,
  codec: ByteCodec,
): Payload | null {
  const isWantedAsBinary = isBinaryType(binaryMediaTypes, firstAccepted(accept))
  const toText = contentHandling === 'CONVERT_TO_TEXT' || (contentHandling === undefined && !isWantedAsBinary)
  if (isBinaryType(binaryMediaTypes, contentType)) return toText ? base64Text(bytes, codec) : { kind: 'binary', bytes }
  return toText ? text(bytes, codec) : decoded(bytes, codec)
}

function text(bytes: Uint8Array, codec: ByteCodec): Payload {
  return { kind: 'text', text: codec.textOf(bytes) }
}

function base64Text(bytes: Uint8Array, codec: ByteCodec): Payload {
  return { kind: 'text', text: codec.base64Of(bytes) }
}

/** A function returns base64 as JSON, that is in quotes. Source: API Gateway Developer Guide, "Access binary files in Lambda". */
function decoded(bytes: Uint8Array, codec: ByteCodec): Payload | null {
  const written = codec.textOf(bytes).trim()
  const isQuoted = written.length >= 2 && written.startsWith('"') && written.endsWith('"')
  const found = codec.bytesOfBase64(isQuoted ? written.slice(1, -1) : written)
  return found && { kind: 'binary', bytes: found }
}

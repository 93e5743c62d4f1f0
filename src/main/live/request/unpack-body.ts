import { LIMITS } from '@shared/limits'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import type { LiveStage } from '../live-stage'
import type { Soon } from '../soon'
import { decodeContent } from './decode-content'

/** A body as the pipeline sees it, with the headers that describe it. */
export interface UnpackedBody {
  readonly headers: HeaderList
  readonly body: Buffer
}

const CODING = 'content-encoding'

/**
 * A request's body without its compression, for an API that has compression switched on; null when it would become larger than the
 * payload limit, or is not what its coding says. Source: rest-api.md 9.6.
 */
export function unpackBody(
  body: Buffer,
  headers: HeaderList,
  { stage }: { readonly stage: LiveStage },
): Soon<UnpackedBody | null> {
  const coding = headerValue(headers, CODING)
  if (coding === undefined || stage.view.api.minimumCompressionSize === undefined) return { headers, body }
  return decoded(body, headers, coding)
}

async function decoded(body: Buffer, headers: HeaderList, coding: string): Promise<UnpackedBody | null> {
  const unpacked = await decodeContent(body, coding, LIMITS.payload.value)
  return unpacked && { headers: headers.filter(([name]) => name.toLowerCase() !== CODING), body: unpacked }
}

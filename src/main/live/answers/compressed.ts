import { promisify } from 'node:util'
import { deflate, gzip } from 'node:zlib'
import { headerValue } from '../../engine/mapping/header-list'
import type { Answer } from './answer'

const CODINGS = { gzip: promisify(gzip), deflate: promisify(deflate) }

/**
 * An answer of at least `threshold` bytes, compressed in the first way that the client takes and the service knows; one that has a
 * coding already stays as it is. Source: API Gateway Developer Guide, "Enable payload compression for an API"; rest-api.md 9.6.
 */
export async function compressed(
  answer: Answer,
  threshold: number,
  acceptEncoding: string | undefined,
): Promise<Answer> {
  const coding = codingFor(acceptEncoding)
  const isPlain = headerValue(answer.headers, 'Content-Encoding') === undefined
  if (coding === null || !isPlain || answer.body.length === 0 || answer.body.length < threshold) return answer
  const body = await CODINGS[coding](answer.body)
  return { ...answer, headers: [...answer.headers, ['Content-Encoding', coding]], body }
}

/** "br, gzip;q=0.5" -> "gzip"; a quality of 0 is a refusal. */
function codingFor(acceptEncoding: string | undefined): 'gzip' | 'deflate' | null {
  const offers = (acceptEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((offer) => {
      const [name = '', ...parameters] = offer.split(';').map((part) => part.trim())
      const quality = parameters.find((parameter) => parameter.startsWith('q='))
      return { name, quality: quality === undefined ? 1 : Number(quality.slice(2)) }
    })
  const known = offers.filter((offer) => offer.quality > 0 && Object.hasOwn(CODINGS, offer.name))
  const best = known.toSorted((a, b) => b.quality - a.quality)[0]
  return best === undefined ? null : (best.name as keyof typeof CODINGS)
}

import { groupByName, type HeaderList } from '../../engine/mapping/header-list'

/** Bytes of one event's text. Source: rest-api.md 12.3; measured on published logs: what was cut off is said after them. */
const EVENT_BYTES = 1024
const CUT = ' [TRUNCATED]'

/** Characters of a secret that are shown, at its end. Source: published logs. */
const SHOWN = 6

/** Never logged in full. Source: API Gateway Developer Guide, "Set up CloudWatch logging for REST APIs". */
const SECRET_HEADERS = new Set(['authorization', 'x-api-key', 'x-amz-security-token'])

/** A text as one event can hold it, never in the middle of a character. */
export function eventText(text: string): string {
  // No character of UTF-16 has fewer bytes than this.
  if (text.length * 3 <= EVENT_BYTES) return text
  const bytes = Buffer.from(text.slice(0, EVENT_BYTES + 1), 'utf8')
  if (bytes.length <= EVENT_BYTES) return text
  let end = EVENT_BYTES
  while ((bytes[end]! & 0b1100_0000) === 0b1000_0000) end--
  return bytes.toString('utf8', 0, end) + CUT
}

/** As much of a payload as an event can hold, and a little more so that it is seen to be cut. */
export function payloadStart(payload: Uint8Array | string): string {
  const most = EVENT_BYTES * 2
  if (typeof payload === 'string') return payload.slice(0, most)
  return Buffer.from(payload.buffer, payload.byteOffset, Math.min(payload.length, most)).toString('utf8')
}

/** The beginning of an event as JSON, of which a large body is at the end. */
export function eventStart<T extends { readonly body: string | null }>(event: T): string {
  return JSON.stringify({ ...event, body: event.body?.slice(0, EVENT_BYTES) ?? null })
}

/** "abcdefghijklmnop" -> "**********klmnop"; of a short one no more than half is shown. */
export function masked(secret: string): string {
  const shown = Math.min(SHOWN, Math.floor(secret.length / 2))
  return '*'.repeat(secret.length - shown) + secret.slice(secret.length - shown)
}

/** [["a", "1"], ["b", "2"]] -> "{a=1, b=2}". */
export function mapText(entries: Iterable<readonly [name: string, value: string]>): string {
  return `{${[...entries].map(([name, value]) => `${name}=${value}`).join(', ')}}`
}

/** Headers with their secrets masked; several of a name in one. */
export function headersText(headers: HeaderList): string {
  return mapText(
    [...groupByName(headers)].map(([name, values]) => {
      const isSecret = SECRET_HEADERS.has(name.toLowerCase())
      return [name, (isSecret ? values.map(masked) : values).join(', ')] as const
    }),
  )
}

/** 8 August 2024, 10:11:12 -> "Thu Aug 08 10:11:12 UTC 2024": before every line of a test but the first. */
export function testDate(at: number): string {
  const [, weekday, day, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(
    new Date(at).toUTCString(),
  )!
  return `${weekday} ${month} ${day} ${time} UTC ${year}`
}

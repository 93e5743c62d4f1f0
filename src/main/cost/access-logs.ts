import type { CostLine } from '@shared/contract/cost'
import { priceLine } from './price-line'
import type { RegionPrices } from './prices'

const GB = 2 ** 30
/** What a variable of an access log's format is taken to print, in bytes: between a status (3) and a request id (36). */
export const LOGGED_VALUE_BYTES = 20
const VARIABLE = /\$context(?:\.[A-Za-z0-9_-]+)+/g

/** Ingestion of one line for each request, by the bytes of the line. */
export function accessLogs(requests: number, format: string, { logIngestionGb: price }: RegionPrices): CostLine {
  const lineBytes = accessLogLineBytes(format)
  const quantity = (requests * lineBytes) / GB
  const line = priceLine({ id: 'access-logs', label: 'CloudWatch access logs', quantity, unit: 'GB' }, price)
  return { ...line, detail: `${lineBytes} bytes a line: ${line.detail}` }
}

/** About how long a line in this format is. */
export function accessLogLineBytes(format: string): number {
  const variables = format.match(VARIABLE)?.length ?? 0
  return utf8Length(format.replaceAll(VARIABLE, '')) + variables * LOGGED_VALUE_BYTES
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

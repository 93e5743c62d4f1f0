import { parseInstant } from '../../engine/authorizers/instant'
import { Timestamp, toNumber, type Value } from './value'

/** "2022-01-14T13:18:31.000-08:00", with a space for the T, without seconds or offset, or as the user guide writes it: "13:18:031.000". */
const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::0?(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|UTC|[+-]\d\d:?\d\d)?$/i

/** The instant that a value is, or stands for as milliseconds since 1970 or as a date (UTC unless it says otherwise); null for others. */
export function toInstant(value: Value): number | null {
  if (value === null || typeof value === 'boolean') return null
  if (value instanceof Timestamp) return value.millis
  const number = toNumber(value)
  if (!Number.isNaN(number)) return number
  const parts = DATE.exec(String(value).trim())
  if (parts === null) return null
  const [, date, time, seconds = '00', fraction, offset] = parts
  const zone = offset === undefined || /^[zu]/i.test(offset) ? 'Z' : offset.replace(/^(...):?/, '$1:')
  const instant = time === undefined ? parseInstant(date!) : parseInstant(`${date}T${time}:${seconds}${zone}`)
  return Number.isNaN(instant)
    ? null
    : instant + (fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000))
}

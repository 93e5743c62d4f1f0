const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const upToTwo = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const oneDigit = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const twoDigits = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Shown in place of a figure that does not exist. */
export const NO_VALUE = 'none'

/** 70475 -> "70,475". */
export function formatCount(value: number): string {
  return Number.isFinite(value) ? whole.format(value) : NO_VALUE
}

/** 0.5 -> "0.5", 10000 -> "10,000": at most two decimals. */
export function formatNumber(value: number): string {
  return Number.isFinite(value) ? upToTwo.format(value) : NO_VALUE
}

/** 10000 -> "10k", 1500000 -> "1.5M": where a full figure does not fit. */
export function formatShort(value: number): string {
  if (!Number.isFinite(value)) return NO_VALUE
  if (Math.abs(value) >= 1_000_000) return `${upToTwo.format(value / 1_000_000)}M`
  if (Math.abs(value) >= 10_000) return `${upToTwo.format(value / 1000)}k`
  return upToTwo.format(value)
}

/** A share of 1: 0.149 -> "14.9 %". */
export function formatShare(share: number): string {
  return Number.isFinite(share) ? `${oneDigit.format(share * 100)} %` : NO_VALUE
}

/** Milliseconds: 118 -> "118 ms", 4.26 -> "4.3 ms", 1240 -> "1.24 s", 90000 -> "1:30". */
export function formatMs(ms: number): string {
  if (!Number.isFinite(ms)) return NO_VALUE
  if (ms < 10) return `${Number(ms.toFixed(1))} ms`
  if (Math.round(ms) < 1000) return `${Math.round(ms)} ms`
  if (ms < 59_995) return `${twoDigits.format(ms / 1000)} s`
  return formatDuration(ms / 1000)
}

/** Seconds: 90 -> "1:30", 3725 -> "1:02:05". */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return NO_VALUE
  const total = Math.round(seconds)
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(total / 3600), Math.floor(total / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`
}

const BYTE_UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** 1229 -> "1.2 KB"; a KB is 1,024 bytes, as in AWS's quotas. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return NO_VALUE
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < BYTE_UNITS.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 ? whole.format(value) : oneDigit.format(value).replace(/\.0$/, '')} ${BYTE_UNITS[unit]}`
}

/** The local time of day of an instant in milliseconds since 1970: "14:02:11.482". */
export function formatClock(instant: number): string {
  const date = new Date(instant)
  const two = (value: number): string => String(value).padStart(2, '0')
  const millis = String(date.getMilliseconds()).padStart(3, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${millis}`
}

/** How long before `now` an instant was, both in milliseconds since 1970: "2 minutes ago", "yesterday", "12 Nov". */
export function formatAgo(instant: number, now: number): string {
  const minutes = Math.floor((now - instant) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return plural(minutes, 'minute', ' ago')
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return plural(hours, 'hour', ' ago')
  if (hours < 48) return 'yesterday'
  return new Date(instant).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
}

/** 1, "route" -> "1 route"; 2, "route" -> "2 routes". */
export function plural(count: number, noun: string, suffix = ''): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}${suffix}`
}

const SPOKEN_UNITS: Readonly<Record<string, string>> = {
  'requests/s': 'requests per second',
  ms: 'milliseconds',
  s: 'seconds',
  '%': 'percent',
  MB: 'megabytes',
  GB: 'gigabytes',
}

/** The accessible name of a field with its unit: "Rate limit, requests per second". */
export function nameWithUnit(label: string, unit: string | undefined): string {
  return unit === undefined ? label : `${label}, ${SPOKEN_UNITS[unit] ?? unit}`
}

/** When a request came, to the millisecond: 151408 -> "2:31.408", 3725007 -> "1:02:05.007". */
export function requestTime(atMs: number): string {
  const total = Math.floor(atMs)
  const [hours, minutes, seconds] = [
    Math.floor(total / 3_600_000),
    Math.floor(total / 60_000) % 60,
    Math.floor(total / 1000) % 60,
  ]
  const tail = `${String(seconds).padStart(2, '0')}.${String(total % 1000).padStart(3, '0')}`
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}

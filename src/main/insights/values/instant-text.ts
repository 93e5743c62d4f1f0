import { dateOf } from './civil-date'

const DAY_MS = 86_400_000

/** "2022-01-14 21:18:31.000": how results write an instant, in UTC. */
export function instantText(millis: number): string {
  const { year, month, day } = dateOf(Math.floor(millis / DAY_MS))
  const inDay = Math.floor(millis - Math.floor(millis / DAY_MS) * DAY_MS)
  const [hour, minute, second] = [
    Math.floor(inDay / 3_600_000),
    Math.floor(inDay / 60_000) % 60,
    Math.floor(inDay / 1000) % 60,
  ]
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
  return `${date} ${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}.${padded(inDay % 1000, 3)}`
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}

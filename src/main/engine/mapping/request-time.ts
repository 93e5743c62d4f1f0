/** 1 December 2026, 09:05:03 -> "01/Dec/2026:09:05:03 +0000". Source: rest-api.md 9.2. */
export function requestTime(epochMs: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(new Date(epochMs).toUTCString())!
  return `${day}/${month}/${year}:${time} +0000`
}

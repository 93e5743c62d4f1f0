/** 12,345 */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** Of a share, 0 to 1. */
export function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}

export function milliseconds(value: number): string {
  return value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`
}

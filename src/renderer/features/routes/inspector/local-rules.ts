/** Failures of a backend that can be played. */
export const FAULTS = [
  { value: 'timeout', label: 'Does not answer in time' },
  { value: 'error', label: 'Fails with an error' },
  { value: 'throttled', label: 'Is throttled itself' },
  { value: 'no-permission', label: 'May not be called' },
] as const

/** What is wrong with an address on this computer, or undefined. */
export function problemOfBackend(text: string): string | undefined {
  return text === '' || /^https?:\/\/[^\s/]+\S*$/.test(text) ? undefined : 'An address, as in http://127.0.0.1:9000'
}

/** Failures of a backend that can be played. */
export const FAULTS = [
  { value: 'timeout', label: 'Does not answer in time' },
  { value: 'error', label: 'Fails with an error' },
  { value: 'throttled', label: 'Is throttled itself' },
  { value: 'no-permission', label: 'May not be called' },
] as const

/** What is wrong with the name of a function of the project, or undefined. */
export function problemOfHandler(text: string): string | undefined {
  return text === '' || /^[^#]+\.(?:[cm]?[jt]s|py)#[\w$.]+$/.test(text)
    ? undefined
    : 'A file and a function, as in ./handlers/orders.mjs#create'
}

/** What is wrong with an address on this computer, or undefined. */
export function problemOfBackend(text: string): string | undefined {
  return text === '' || /^https?:\/\/[^\s/]+\S*$/.test(text) ? undefined : 'An address, as in http://127.0.0.1:9000'
}

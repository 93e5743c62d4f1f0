const THIS_COMPUTER: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/**
 * An address that keys may be fetched from: https, or plain http on this computer. What an https document names must be https as well:
 * a distant issuer has no business with ports of this computer.
 * Errors: `{ problem }` in words.
 */
export function keyAddress(text: string, isNamedBy?: URL): URL | { readonly problem: string } {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) return { problem: `"${text}" is no URL` }
  if (url.username !== '' || url.password !== '') return { problem: 'a URL of keys has no user name or password' }
  const isPlain = url.protocol === 'http:' && THIS_COMPUTER.includes(url.hostname) && isNamedBy?.protocol !== 'https:'
  if (url.protocol === 'https:' || isPlain) return url
  return { problem: `keys are fetched with https, or with http from 127.0.0.1, and not from "${text}"` }
}

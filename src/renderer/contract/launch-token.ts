const KEY = 'gatewright.token'

/** What of a browser's window the token needs. */
export interface TokenPlaces {
  readonly location: { readonly hash: string; readonly pathname: string }
  readonly history: { replaceState(data: unknown, unused: string, url: string): void }
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>
}

/**
 * This launch's secret: taken out of the address (`#t=...`), so that it is in no history entry, bookmark or copied address, and kept
 * for the tab, so that a reload still has it. Null when the page was opened without it.
 */
export function takeLaunchToken({ location, history, sessionStorage }: TokenPlaces): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('t')
  if (!token) return sessionStorage.getItem(KEY)
  sessionStorage.setItem(KEY, token)
  history.replaceState(null, '', location.pathname)
  return token
}
